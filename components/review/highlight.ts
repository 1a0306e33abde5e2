type Piece = { text: string; isMarked: boolean };

/** Splits a text at the words' occurrences. Overlaps are one piece. */
export function highlight(text: string, words: readonly string[]): Piece[] {
  const marked = Array.from({ length: text.length }, () => false);
  for (const word of words) {
    if (word === "") continue;
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      marked.fill(true, at, at + word.length);
    }
  }

  const pieces: Piece[] = [];
  for (let from = 0; from < text.length;) {
    const isMarked = marked[from]!;
    const change = marked.indexOf(!isMarked, from);
    const to = change === -1 ? text.length : change;
    pieces.push({ text: text.slice(from, to), isMarked });
    from = to;
  }
  return pieces;
}
