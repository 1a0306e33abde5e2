/** A text of up to so many lines and characters is shown whole, and one that is hardly longer. */
type Fold = { chars: number; lines: number };

/** Among others, in a card. */
export const inCard: Fold = { chars: 320, lines: 8 };

/** Where texts are read one after the other: about a dozen lines. */
export const inList: Fold = { chars: 440, lines: 12 };

/** So much more is not worth folding. */
const slack = 1.5;

/** Where a long text is folded: after a paragraph, else a sentence, else a word, so that both parts read well. */
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
  // One endless word: not between the halves of a character.
  return /[\uD800-\uDBFF]$/.test(start) ? chars - 1 : chars;
}
