import { type Normalised, normalise } from "./normalise.ts";

/**
 * The words of a text that a quote means, as they were written; null when it does not say that at all.
 * Compared as texts are compared, and without spaces: a model tidies what it quotes.
 */
export function findWords(text: Normalised, quote: string): string | null {
  // Quotation marks and dots around it are the model's own.
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
