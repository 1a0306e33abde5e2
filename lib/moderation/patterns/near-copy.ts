import { normalise } from "./normalise.ts";

/** What two texts have in common, of all that they have, when one is the other with a name or a word changed. */
const nearlyAll = 0.7;
/** Shorter ones are in every long text of one language. */
const pieceLetters = 5;

/** What people say of many things in the same few words. */
export const maxShortLetters = 40;

/** A text as copies are looked for: its letters and digits, in overlapping pieces. */
type Pieces = { letters: number; pieces: ReadonlySet<string> };

function piecesOf(text: string): Pieces {
  const dense = normalise(text).text.replaceAll(/[^\p{L}\p{N}]/gu, "");
  const pieces = new Set<string>();
  for (let at = 0; at + pieceLetters <= dense.length; at += 1) {
    pieces.add(dense.slice(at, at + pieceLetters));
  }
  return { letters: dense.length, pieces };
}

/** For each of the others whether it says the same as the text, but for little. `letters`: how long the text is. */
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
