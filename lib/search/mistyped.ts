import { gramsOf, type Pattern } from "./pattern.ts";

/** Shorter misspelt words match everywhere. Longer words are not typed. */
const chars = { from: 6, to: 24 };
/** From this length on, two letters may be wrong. */
const twoFrom = 9;
const twoTo = 14;
const minGramsOfTwo = 3;

/** Patterns for misspellings: one letter wrong, missing or extra, or two swapped; in longer words two wrong. */
export function mistyped(form: string): Pattern[] {
  const word = Array.from(form);
  if (word.length < chars.from || word.length > chars.to) return [];
  const part = (from: number, to?: number) => word.slice(from, to).join("");
  const inner = word.map((_, at) => at).slice(1, -1);
  const wrong = inner.map((at) => [part(0, at), part(at + 1)]);
  const tooMany = word.map((_, at) => [part(0, at) + part(at + 1)]);
  const missing = word.slice(1).map((_, at) => [part(0, at + 1), part(at + 1)]);
  const swapped = word.slice(1).map((_, at) => [part(0, at) + word[at + 1]! + word[at]! + part(at + 2)]);
  const two =
    word.length < twoFrom || word.length > twoTo
      ? []
      : inner.flatMap((one) =>
          inner
            .filter((other) => other > one)
            .map((other) => [part(0, one), part(one + 1, other), part(other + 1)]),
        );
  const leaves = (grams: number) => (pattern: Pattern) => gramsOf(pattern).length >= grams;
  // A pattern without a gram can not use the index. With a single gram, two wrong letters match too much.
  return [
    ...[...swapped, ...wrong, ...missing, ...tooMany].filter(leaves(1)),
    ...two.filter(leaves(minGramsOfTwo)),
  ];
}
