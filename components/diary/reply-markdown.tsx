import { memo } from "react";
import { closeOpenMarks } from "./markdown/half-open";
import { boundBlocks } from "./markdown/limits";
import { MarkdownBlock } from "./markdown/markdown-block";
import { splitBlocks } from "./reply-markdown-blocks";

/** How a text ends: as its writer meant it to, broken off, or with more to come. */
export type TextEnd = "whole" | "cut" | "growing";

/**
 * A reply as safe Markdown: what a model wrote is text, never markup of ours. No raw HTML, no images (a remote image
 * would tell its owner that the diary is being read), and only plain web links, which lead out without a trace.
 */
export function ReplyMarkdown({ text, end }: { text: string; end: TextEnd }) {
  const blocks = boundBlocks(splitBlocks(text));
  const last = blocks.at(-1);
  if (last && last.kind !== "beyond" && end !== "whole")
    last.text = closeOpenMarks(last.text, end === "growing");
  return (
    <div className="grid gap-[0.9em] [&_a]:underline [&_a]:decoration-1 [&_a]:underline-offset-4">
      {blocks.map((block, index) => (
        // A block keeps its place while the text grows, so its index is its identity.
        // oxlint-disable-next-line react/no-array-index-key
        <Block key={index} {...block} />
      ))}
    </div>
  );
}

const Block = memo(MarkdownBlock);
