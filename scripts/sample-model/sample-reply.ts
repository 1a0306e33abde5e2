// Composes a reply from the diary page: different pages get different replies, the same page always gets the same one.
import { languageOf } from "../../lib/diary/prompt.ts";
import { withoutDirectives } from "./behaviour.ts";
import { kindOf } from "./page-kind.ts";
import { english, korean } from "./sample-phrases.ts";
import { endsInConsonant, pickQuote } from "./sample-quote.ts";

export type Tone = "T" | "F";

/** How the app's instructions name the tone. */
const toneMarker = /\btone:\s*([TF])\b/;
const diaryPage = /<diary-page[^>]*>([\s\S]*?)<\/diary-page>/;

const quotable = new Set(["joy", "thanks", "tired", "anger", "sadness", "regret", "worry", "plain"]);

export function findTone(instructions: string): Tone {
  return toneMarker.exec(instructions)?.[1] === "T" ? "T" : "F";
}

export function findEntry(message: string): string {
  return withoutDirectives(diaryPage.exec(message)?.[1] ?? message).trim();
}

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}

/** One pass: the quotation may contain a placeholder. */
function fill(phrase: string, quote: string): string {
  return phrase.replaceAll(
    /\{quote\}([*”]*)(?:\{([가-힣]+)\/([가-힣]+)\})?/g,
    (_, marks: string, afterConsonant = "", afterVowel = "") =>
      quote + marks + (endsInConsonant(quote) ? afterConsonant : afterVowel),
  );
}

export function composeReply({ entry, tone }: { entry: string; tone: Tone }): string {
  const isKorean = languageOf(entry) === "Korean";
  const { quoting, kinds } = isKorean ? korean : english;
  const kind = kindOf(entry);
  const hash = hashOf(entry);
  const choose = (options: readonly string[], salt: number) => options[(hash >>> salt) % options.length]!;

  const reply = choose(kinds[kind][tone], 3);
  const quote = quotable.has(kind) ? pickQuote(entry, isKorean ? "ko" : "en") : null;
  return quote ? `${fill(choose(quoting[tone], 0), quote)} ${reply}` : reply;
}
