// Composes a reply from the diary page itself: different pages get different replies, the same page always the same.
import { withoutDirectives } from "./behaviour.ts";
import { english, korean } from "./sample-phrases.ts";

export type Tone = "T" | "F";

/** The one place that knows how the app's instructions name the tone. */
const toneMarker = /\btone:\s*([TF])\b/;
const diaryPage = /<diary-page[^>]*>([\s\S]*?)<\/diary-page>/;

const maxQuoteChars = 48;

export function findTone(instructions: string): Tone {
  return toneMarker.exec(instructions)?.[1] === "T" ? "T" : "F";
}

export function findEntry(message: string): string {
  return withoutDirectives(diaryPage.exec(message)?.[1] ?? message).trim();
}

function isKorean(text: string): boolean {
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return hangul > 0 && hangul * 5 >= letters;
}

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}

/** Cut at a word, without what Markdown would read as markup. */
function quote(sentence: string): string {
  const plain = sentence
    .replaceAll(/[*_`#[\]<>|~\\]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (plain.length <= maxQuoteChars) return plain;
  const cut = plain.slice(0, maxQuoteChars);
  return `${cut.includes(" ") ? cut.slice(0, cut.lastIndexOf(" ")) : cut}…`;
}

/** Up to three passages of the page, the ones that say most, in the order they were written. */
function pickQuotes(entry: string): string[] {
  const sentences = entry
    .split(/[.!?。！？\n]+/)
    .map(quote)
    .filter((sentence) => sentence.length > 1);
  const unique = [...new Set(sentences)];
  const longest = unique.toSorted((a, b) => b.length - a.length).slice(0, 3);
  return unique.filter((sentence) => longest.includes(sentence));
}

/** Whether a Korean particle after it takes the form for a final consonant. Digits and letters as they are read. */
function endsInConsonant(text: string): boolean {
  const last = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(text)?.[0] ?? "";
  if (/[가-힣]/.test(last)) return (last.charCodeAt(0) - "가".charCodeAt(0)) % 28 > 0;
  return /[013678lmnㄱ-ㅎ]/i.test(last);
}

function fill(phrase: string, quotes: Record<string, string>): string {
  // In one go: what the page says may look like a placeholder too.
  return phrase.replaceAll(
    /\{(first|second|third)\}([*”]*)(?:\{([가-힣]+)\/([가-힣]+)\})?/g,
    (_, name: string, marks: string, afterConsonant = "", afterVowel = "") => {
      const said = quotes[name]!;
      return said + marks + (endsInConsonant(said) ? afterConsonant : afterVowel);
    },
  );
}

export function composeReply({ entry, tone }: { entry: string; tone: Tone }): string {
  const phrases = isKorean(entry) ? korean : english;
  const hash = hashOf(entry);
  const choose = (options: readonly string[], salt: number) => options[(hash >>> salt) % options.length]!;
  const quotes = pickQuotes(entry);
  const [first = phrases.today, second = first, third = second] = quotes;

  const { openings, bodies, steps, closings } = phrases[tone];
  const parts = [
    choose(openings, 0),
    choose(bodies, 3),
    ...(steps ? [choose(steps, 6)] : []),
    choose(closings, 9),
  ];
  return fill(parts.join("\n\n"), { first, second, third });
}
