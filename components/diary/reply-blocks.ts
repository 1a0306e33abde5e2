import { closeOpenMarks } from "./markdown/half-open";
import { type ReplyBlock, boundBlocks } from "./markdown/limits";
import { splitBlocks } from "./reply-markdown-blocks";

/** How a text ends: as its writer meant it to, broken off, or with more to come. */
export type TextEnd = "whole" | "cut" | "growing";

/** A reply's text in blocks, each within the limits of the reader of Markdown. */
export function readBlocks(text: string, end: TextEnd): ReplyBlock[] {
  const blocks = boundBlocks(splitBlocks(text));
  const last = blocks.at(-1);
  if (last && last.kind !== "beyond" && end !== "whole")
    last.text = closeOpenMarks(last.text, end === "growing");
  return blocks;
}
