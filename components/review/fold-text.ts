/** Shorter than this, or hardly longer, and a text is shown whole. */
const shownChars = 320;
const notWorthFolding = 160;

/** Where a long text is folded: after a paragraph, else a sentence, else a word, so that both parts read well. */
export function foldAt(text: string): number {
  if (text.length <= shownChars + notWorthFolding) return text.length;
  const start = text.slice(0, shownChars);
  const ends = [/\n(?=[^\n]*$)/, /[.!?…。](?=\s[^.!?…。]*$)/, /\s(?=\S*$)/];
  for (const end of ends) {
    const found = end.exec(start);
    if (found && found.index > shownChars / 2) return found.index + 1;
  }
  // One endless word: not between the halves of a character.
  return /[\uD800-\uDBFF]$/.test(start) ? shownChars - 1 : shownChars;
}
