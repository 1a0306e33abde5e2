// The same thing over and over. People laugh and sigh at length (ㅋㅋㅋㅋㅋ, !!!!!); that alone is no flood.

const fewestRepeats = 8;
const fewestChars = 60;
const longestUnit = 40;
/** One letter, or a mark: only when there is hardly anything else. */
const fewestOfOne = 60;
const mostOfText = 0.6;

/** Where a text repeats itself beyond what a person would read, or null. */
export function findFlood(text: string): { from: number; to: number } | null {
  for (const { 0: run, 1: unit, index } of text.matchAll(repeated)) {
    const isOneLetter = new Set(unit!.replaceAll(" ", "")).size <= 1;
    const isLong = isOneLetter ? run.length >= fewestOfOne : run.length >= fewestChars;
    const isMost = run.length >= text.length * mostOfText;
    if (isLong && isMost) return { from: index, to: index + run.length };
  }
  return findRepeatedSentence(text);
}

// At most forty characters to a unit: the search stays linear in the length of the text.
const repeated = new RegExp(`(.{1,${longestUnit}}?)\\1{${fewestRepeats - 1},}`, "gsu");

/** Sentences that are not side by side, or differ in their ends: the same one again and again. */
function findRepeatedSentence(text: string): { from: number; to: number } | null {
  const places = new Map<string, { from: number; to: number; count: number }>();
  for (const { 0: sentence, index } of text.matchAll(/[^.!?~]{6,}/g)) {
    const said = sentence.trim();
    const place = places.get(said) ?? { from: index, to: index + sentence.length, count: 0 };
    places.set(said, { ...place, count: place.count + 1 });
  }
  for (const [said, { from, to, count }] of places) {
    if (count >= fewestRepeats && said.length * count >= text.length * mostOfText) return { from, to };
  }
  return null;
}
