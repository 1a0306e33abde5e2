import { flanks } from "./emphasis";
import { fenceReader, readMarks } from "./lines";

/** A bracket that is still open hides its words so long: it may become a link. */
const maxLabelChars = 80;
const maxAddressChars = 400;

/**
 * The last block of a reply that breaks off, with what is half said left out or closed: a row of dashes would make
 * the line above it a heading for a moment, an open `**` would stand there as two stars.
 * `isGrowing` also holds back words whose meaning the next letters decide, such as a link's.
 */
export function closeOpenMarks(block: string, isGrowing: boolean): string {
  const paragraph = block.replace(/\n$/, "");
  if (/\n[ \t]*$/.test(paragraph)) return block; // An empty line has ended what was open.
  const { text, inlineFrom } = dropHalfLine(paragraph, isGrowing);
  if (inlineFrom === undefined) return text;
  const inline = text.slice(inlineFrom);
  return text.slice(0, inlineFrom) + closeInline(inline, isGrowing);
}

/** Leaves out a last line of marks alone, and says where the inline text begins that is still open. */
function dropHalfLine(block: string, isGrowing: boolean): { text: string; inlineFrom?: number } {
  const lines = block.split("\n");
  const fence = fenceReader();
  const isCode = lines.map((line) => fence.isCode(line));
  if (fence.isOpen()) {
    if (lines.length > 1 && /^[ \t>]*[`~]+$/.test(lines.at(-1)!)) lines.pop();
    return { text: lines.join("\n") };
  }
  if (isHalfMark(lines.at(-1)!) || (isGrowing && isHalfDate(lines.at(-1)!))) {
    lines.pop();
    isCode.pop();
  }
  if (isGrowing) lines.length -= halfTableRows(lines);
  const text = lines.join("\n");
  if (lines.length === 0 || isCode[lines.length - 1]) return { text };

  let first = lines.length - 1;
  while (first > 0 && !isCode[first - 1] && isGoneOn(lines[first - 1]!, lines[first]!)) first -= 1;
  const before = lines.slice(0, first).join("\n").length + (first > 0 ? 1 : 0);
  const isRow = /^[ \t>]*\|/.test(lines[first]!);
  const start = isRow ? text.lastIndexOf("|") + 1 : before + readMarks(lines[first]!, 10).end;
  return { text, inlineFrom: start };
}

const withoutMarks = (line: string) => line.slice(readMarks(line, 10).end);

/** Nothing but marks that the next letters explain: `-`, `##`, `1.`, `> -`. */
const isHalfMark = (line: string) => {
  const { end, isItem } = readMarks(line, 10);
  const rest = line.slice(end).trim();
  if (rest === "") return line.trim() !== "";
  return /^[-*+=_#>`~|]+$/.test(rest) || (!isItem && /^\d{1,9}[.)]?$/.test(rest));
};

/** A number that is an item or a date, which only the next letters say: `11. 3`. */
const isHalfDate = (line: string) =>
  /^(?:\d{1,9}[.)][ \t]{0,3}){0,3}(?:\d{1,9}[.)]?)?$/.test(
    line.replace(/^(?:[ \t]|>|[-*+](?=[ \t])){0,40}/, ""),
  );

/** How many of the last lines are the head of a table that has no row of dashes yet. */
function halfTableRows(lines: readonly string[]): number {
  const isRow = (line: string | undefined) => line !== undefined && /^[ \t>]*\|/.test(line);
  const [third, second, last] = [lines.at(-3), lines.at(-2), lines.at(-1)];
  if (!isRow(last)) return 0;
  if (!isRow(second)) return 1;
  if (isRow(third) || !/^[ \t>]*\|[\s:|-]*$/.test(last!)) return 0;
  return cellsOf(last!) < cellsOf(second!) ? 2 : 0;
}

const cellsOf = (row: string) =>
  row
    .replaceAll("\\|", "")
    .split("|")
    .filter((cell) => cell.trim() !== "").length;

/** Whether a line goes on in the paragraph of the one before it. */
const isGoneOn = (before: string, line: string) =>
  before.trim() !== "" &&
  !/^[ \t]*(?:#{1,6}[ \t]|\|)/.test(withoutMarks(before)) &&
  !/^[ \t]*(?:#{1,6}[ \t]|\|)/.test(line) &&
  !readMarks(line, 10).isItem;

type Opener = { mark: string; length: number };

/** Closes the marks that are open at the text's end, the last one first. */
function closeInline(inline: string, isGrowing: boolean): string {
  const open: Opener[] = [];
  let text = cutHalfMark(inline);
  let at = 0;
  while (at < text.length) {
    const char = text[at]!;
    if (char === "\\") at += 2;
    else if (char === "`") {
      const run = runAt(text, at);
      const end = closingTicks(text, at + run.length, run);
      if (end === -1) return closed(closed(text, [{ mark: run, length: 1 }]), open);
      at = end;
    } else if (isGrowing && (char === "[" || char === "<") && isUndecided(text.slice(at))) {
      text = text.slice(0, text[at - 1] === "!" ? at - 1 : at);
    } else if (char === "]" && text[at + 1] === "(") {
      // Marks in an address are no emphasis.
      const end = text.indexOf(")", at);
      at = end === -1 ? at + 2 : end;
    } else if ("*_~".includes(char)) {
      const run = runAt(text, at);
      meet(open, run, flanks(text[at - 1] ?? "", run, text[at + run.length] ?? ""));
      at += run.length;
    } else at += 1;
  }
  return closed(text, open);
}

/** Without a mark at the very end: half of one, or one whose meaning the next letter decides. */
function cutHalfMark(text: string): string {
  const end = /(?:\*{1,3}|_{1,3}|~{1,3}|`{1,3}|\\|!\[|\[|<)[ \t]*$/.exec(text.slice(-12));
  if (!end) return text;
  const rest = text.slice(0, text.length - end[0].length);
  return rest.endsWith("\\") ? text : rest;
}

const runAt = (text: string, at: number) => {
  let end = at + 1;
  while (text[end] === text[at]) end += 1;
  return text.slice(at, end);
};

function closingTicks(text: string, from: number, run: string): number {
  for (let at = text.indexOf("`", from); at !== -1; at = text.indexOf("`", at)) {
    const found = runAt(text, at);
    at += found.length;
    if (found.length === run.length) return at;
  }
  return -1;
}

/** What begins with a bracket and may still become a link, the number of a footnote, or a tag. */
function isUndecided(rest: string): boolean {
  if (rest.startsWith("<")) return /^<(?:[a-z/!][^<>\n]*)?$/i.test(rest.slice(0, maxLabelChars));
  if (/^(?:\[[ x]\]|\[\^[^\s\][]{1,20}\]:?)[ \t]*$/i.test(rest.slice(0, 30))) return true;
  const end = rest.indexOf("]");
  if (end === -1) return rest.length <= maxLabelChars;
  if (end + 1 === rest.length) return true;
  return rest[end + 1] === "(" && !rest.slice(end).includes(")") && rest.length <= maxAddressChars;
}

/** Pairs a run of marks with the open ones as CommonMark does, or opens it. */
function meet(open: Opener[], run: string, { opens, closes }: { opens: boolean; closes: boolean }): void {
  let left = run.length;
  if (closes)
    for (let at = open.length - 1; at >= 0 && left > 0; at -= 1) {
      const opener = open[at]!;
      if (opener.mark !== run[0]) continue;
      const used = opener.length > 1 && left > 1 ? 2 : 1;
      opener.length -= used;
      left -= used;
      open.length = at + (opener.length > 0 ? 1 : 0);
      at = open.length;
    }
  if (opens && left > 0) open.push({ mark: run[0]!, length: left });
}

const closed = (text: string, open: readonly Opener[]) =>
  open.length === 0
    ? text
    : text.trimEnd() +
      open
        .toReversed()
        .map(({ mark, length }) => mark.repeat(length))
        .join("");
