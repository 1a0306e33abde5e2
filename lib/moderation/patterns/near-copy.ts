import { normalise } from "./normalise.ts";

/** The Jaccard similarity of copies: a text with a changed name or word stays above it. */
const nearlyAll = 0.7;
/** Shorter pieces occur in every long text of the same language. */
const pieceLetters = 5;

/** Shorter texts repeat by chance: people praise many places with the same few words. */
export const maxShortLetters = 40;

type Pieces = { letters: number; pieces: ReadonlySet<string> };

function piecesOf(text: string): Pieces {
  const dense = normalise(text).text.replaceAll(/[^\p{L}\p{N}]/gu, "");
  const pieces = new Set<string>();
  for (let at = 0; at + pieceLetters <= dense.length; at += 1) {
    pieces.add(dense.slice(at, at + pieceLetters));
  }
  return { letters: dense.length, pieces };
}

/** Compares a text with each of the others. `letters`: its length without spaces and punctuation. */
export function findNearCopies(text: string, others: string[]): { letters: number; areCopies: boolean[] } {
  const pieces = piecesOf(text);
  return {
    letters: pieces.letters,
    areCopies: others.map((other) => areNearCopies(pieces, piecesOf(other))),
  };
}

function areNearCopies({ pieces: one }: Pieces, { pieces: other }: Pieces): boolean {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
  if (fewer.size < more.size * nearlyAll) return false;
  if (fewer.size === 0) return false;
  let shared = 0;
  for (const piece of fewer) if (more.has(piece)) shared += 1;
  return shared >= (one.size + other.size - shared) * nearlyAll;
}
