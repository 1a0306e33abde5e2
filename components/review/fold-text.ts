/** Longer texts are folded, unless they are only slightly longer (`slack`). */
type Fold = { chars: number; lines: number };

export const inCard: Fold = { chars: 320, lines: 8 };

/** About a dozen lines, for texts that are read one after the other. */
export const inList: Fold = { chars: 440, lines: 12 };

const slack = 1.5;

/** Folds after a paragraph, else a sentence, else a word. */
export function foldAt(text: string, { chars, lines }: Fold): number {
  const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
  const isTall = breaks.length >= lines * slack;
  if (text.length <= chars * slack && !isTall) return text.length;

  const start = text.slice(0, chars);
  const tooFar = breaks[lines - 1];
  if (isTall && tooFar !== undefined && tooFar <= start.length) return tooFar;
  const ends = [/\n(?=[^\n]*$)/, /[.!?…。](?=\s[^.!?…。]*$)/, /\s(?=\S*$)/];
  for (const end of ends) {
    const found = end.exec(start);
    if (found && found.index > chars / 2) return found.index + 1;
  }
  // One endless word: not within a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(start) ? chars - 1 : chars;
}
