// The same words repeated. Laughter, sighs and emoji beside words (ㅋㅋㅋㅋㅋ, !!!!!, 👍👍👍) are no flood.

const fewestRepeats = 8;
const fewestChars = 100;
const longestUnit = 40;
const mostOfText = 0.6;
/** A text without words is a flood from this length on. */
const fewestCharsWithoutWords = 200;

const feeling = /[ㄱ-ㅣ\p{P}\p{S}\p{M}\s\u200d]+/gu;
const drawnOut = /(.)\1{3,}/gsu;

export function findFlood(text: string): { from: number; to: number } | null {
  const whole = { from: 0, to: text.length };
  const words = text.replaceAll(feeling, "").replaceAll(drawnOut, "$1");
  if (words.length < 2) return text.length >= fewestCharsWithoutWords ? whole : null;
  if (words.length * 2 < fewestChars) return null;
  for (let unit = 2; unit <= longestUnit; unit += 1) {
    const run = repeatedAroundMiddle(text, unit);
    const length = run.to - run.from;
    const isLong = length >= fewestChars && length >= unit * fewestRepeats;
    const saysWords = text.slice(run.from, run.from + unit).replaceAll(feeling, "").length > 1;
    if (isLong && saysWords && length >= text.length * mostOfText) return run;
  }
  return findRepeatedSentence(text);
}

/**
 * The part around the middle that repeats with this period. A repetition that covers `mostOfText` includes the middle
 * and more than one unit after it, so that no other place has to be searched.
 */
function repeatedAroundMiddle(text: string, unit: number): { from: number; to: number } {
  const isRepeated = (at: number) => at >= 0 && at + unit < text.length && text[at] === text[at + unit];
  const middle = Math.floor(text.length / 2);
  let from = middle;
  while (isRepeated(from - 1)) from -= 1;
  let to = middle;
  while (isRepeated(to)) to += 1;
  return { from, to: to + unit };
}

function findRepeatedSentence(text: string): { from: number; to: number } | null {
  const places = new Map<string, { from: number; to: number; count: number }>();
  for (const { 0: sentence, index } of text.matchAll(/[^.!?~]{6,}/g)) {
    const said = sentence.trim();
    if (said.replaceAll(feeling, "").length < 4) continue;
    const place = places.get(said) ?? { from: index, to: index + sentence.length, count: 0 };
    places.set(said, { ...place, count: place.count + 1 });
  }
  for (const [said, { from, to, count }] of places) {
    if (count >= fewestRepeats && said.length * count >= text.length * mostOfText) return { from, to };
  }
  return null;
}
