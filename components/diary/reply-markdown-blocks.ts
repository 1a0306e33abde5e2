import { fenceReader, readMarks } from "./markdown/lines";

/**
 * Cuts Markdown into its blocks, so that while a reply grows only its last block is read anew.
 * A block ends at an empty line, unless that line is inside a code fence or a list goes on after it.
 */
export function splitBlocks(markdown: string): string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  let isList = false;
  let isAfterGap = false;
  const fence = fenceReader();

  for (const line of markdown.split("\n")) {
    const isEmpty = line.trim() === "";
    const isItem = !fence.isOpen() && isListItem(line);
    if (isAfterGap && !isEmpty && !fence.isOpen() && !(isList && (isItem || isIndented(line)))) {
      blocks.push(lines.join("\n"));
      lines = [];
      isList = false;
    }
    fence.isCode(line);
    isList ||= isItem;
    isAfterGap = isEmpty;
    lines.push(line);
  }
  if (lines.some((line) => line.trim() !== "")) blocks.push(lines.join("\n"));
  return blocks;
}

// A number alone may become an item with the next letter; counting a paragraph in changes nothing of what is shown.
const isListItem = (line: string) => /^[ \t]*\d{1,3}$/.test(line) || readMarks(line, 1).isItem;
const isIndented = (line: string) => /^(?: {2}|\t)/.test(line);
