import { readMarks } from "./lines";

/** Quotes and lists within one another. */
const maxDepth = 8;
/** Of one block: real ones have some 100. Reading takes a time that grows with the square of these. */
const maxBlockMarks = 600;
const maxEmphasisMarks = 160;
const maxCells = 400;
const maxBlockChars = 6000;
/** Of a whole reply. To read a block at all costs as much as ten marks, some 0.2 ms. */
const maxMarks = 1200;
const marksPerBlock = 10;

export type ReplyBlock = { text: string; kind: "words" | "markdown" | "beyond" };

/**
 * Says of each block whether it is read as Markdown: beyond the limits it is shown as it came, neighbours as one.
 * Linear in the text: it stands before a reader whose time and depth are not bounded.
 */
export function boundBlocks(blocks: readonly string[]): ReplyBlock[] {
  const bounded: ReplyBlock[] = [];
  let marks = 0;
  for (const text of blocks) {
    const kind = kindOf(text);
    const last = bounded.at(-1);
    if (last?.kind === "beyond" && kind === "beyond") last.text += `\n${text}`;
    else bounded.push({ text, kind });
  }
  return bounded;

  function kindOf(text: string): ReplyBlock["kind"] {
    if (marks > maxMarks) return "beyond";
    const isWords = hasOnlyWords(text);
    if (!isWords && !(isSmall(text) && depthOf(text) <= maxDepth)) return "beyond"; // costs nothing to read
    marks += countElements(text) + (isWords ? 2 : marksPerBlock + countMarks(text));
    if (marks > maxMarks) return "beyond";
    return isWords ? "words" : "markdown";
  }
}

/** Nothing that Markdown would read otherwise: most paragraphs of a diary's reply. */
const hasOnlyWords = (block: string) => !/[*_`[<&\\|#]|~~|^[ \t]*[-+=>~\d]/m.test(block);

/** Line breaks and bare links are elements too, a link's five times as long. */
const countElements = (text: string) =>
  (text.trim().match(/\n/g)?.length ?? 0) + 5 * (text.match(/:\/\/|www\./g)?.length ?? 0);

const isSmall = (block: string) =>
  block.length <= maxBlockChars &&
  countMarks(block) + countElements(block) <= maxBlockMarks &&
  (block.match(/[*_~]+/g)?.length ?? 0) <= maxEmphasisMarks &&
  countCells(block) <= maxCells;

/** Characters that can open, close or separate something, so that each costs the reader of Markdown time. */
const isMark = new Set("*_~`[]()<>!&\\|#+-=\t");

function countMarks(block: string): number {
  let count = 0;
  for (const char of block) if (isMark.has(char)) count += 1;
  return count;
}

const countCells = (block: string) => block.split("|").length - 1;

/** At least the depth that Markdown would give it: a mark can only be inside one that stands further left. */
function depthOf(block: string): number {
  let columns: number[] = [];
  let depth = 0;
  for (const line of block.split("\n")) {
    if (isRule(line)) continue;
    const marks = readMarks(line.replaceAll("\t", "    "), maxDepth + 1).columns;
    if (marks.length === 0) continue;
    columns = [...columns.filter((column) => column < marks[0]!), ...marks];
    depth = Math.max(depth, columns.length);
  }
  return depth;
}

const isRule = (line: string) => /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(line);
