/**
 * Cuts Markdown into its blocks, so that while a reply grows only its last block is read anew.
 * A block ends at an empty line, unless that line is inside a code fence or a list goes on after it.
 */
export function splitBlocks(markdown: string): string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  let fence = "";
  let isAfterGap = false;

  for (const line of markdown.split("\n")) {
    if (isAfterGap && line.trim() !== "" && !fence && !continues(lines, line)) {
      blocks.push(lines.join("\n"));
      lines = [];
    }
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && !fence) fence = mark;
    else if (mark && line.trim().startsWith(fence)) fence = "";
    isAfterGap = line.trim() === "";
    lines.push(line);
  }
  if (lines.some((line) => line.trim() !== "")) blocks.push(lines.join("\n"));
  return blocks;
}

// A number alone may become an item with the next letter; counting a paragraph in changes nothing of what is shown.
const isListItem = (line: string) => /^\s*([-*+]|\d{1,9}[.)])(\s|$)|^\s*\d{1,9}$/.test(line);
const isIndented = (line: string) => /^(\s{2,}|\t)/.test(line);

/** Whether a line after an empty one still belongs to the list that the block is. */
const continues = (block: string[], line: string) =>
  isListItem(block[0] ?? "") && (isListItem(line) || isIndented(line));

/**
 * The last block of a reply that is still being written, with what is half said left out or closed: a row of dashes
 * would make the line above it a heading for a moment, an open `**` would stand there as two stars.
 */
export function closeOpenMarks(block: string): string {
  const lines = block.split("\n");
  if (/^\s*([-*+=_#>`~|]+|\d{1,9}[.)]?)\s*$/.test(lines.at(-1) ?? "")) lines.pop();
  let text = lines.join("\n");
  if (/^ {0,3}(`{3,}|~{3,})/m.test(text)) return text; // code is shown as it is
  text = text.replace(/(^|[^*])\*$/, "$1"); // half of a mark
  for (const mark of ["**", "`"]) {
    if (text.split(mark).length % 2 === 1) continue;
    text = text.trimEnd().endsWith(mark) ? text.trimEnd().slice(0, -mark.length) : text.trimEnd() + mark;
  }
  return text;
}
