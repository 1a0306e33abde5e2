import { type Normalised, normalise } from "./normalise.ts";

/**
 * Finds a quote in a text and returns it as written; null when it does not occur. Compares normalised texts without
 * spaces, because models tidy their quotes.
 */
export function findWords(text: Normalised, quote: string): string | null {
  // Models add quotation marks and dots.
  const whole = normalise(quote).text;
  const bare = whole.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  const wanted = withoutSpaces(bare || whole).text;
  if (wanted === "") return null;
  const { text: dense, offsets } = withoutSpaces(text.text);
  const at = dense.indexOf(wanted);
  return at < 0 ? null : text.original(offsets[at]!, offsets[at + wanted.length - 1]! + 1);
}

function withoutSpaces(text: string): { text: string; offsets: number[] } {
  const offsets = [...text.matchAll(/[^ ]/g)].map(({ index }) => index);
  return { text: text.replaceAll(" ", ""), offsets };
}
