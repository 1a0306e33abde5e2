import { memo } from "react";
import { MarkdownBlock } from "./markdown/markdown-block";
import { MarkdownFrame } from "./markdown/markdown-frame";
import { type TextEnd, readBlocks } from "./reply-blocks";

/**
 * A reply as safe Markdown: what a model wrote is text, never markup of ours. No raw HTML, no images (a remote image
 * would tell its owner that the diary is being read), and only plain web links, which lead out without a trace.
 */
export function ReplyMarkdown({ text, end }: { text: string; end: TextEnd }) {
  return (
    <MarkdownFrame>
      {readBlocks(text, end).map((block, index) => (
        // A block keeps its place while the text grows, so its index is its identity.
        // oxlint-disable-next-line react/no-array-index-key
        <Block key={index} {...block} />
      ))}
    </MarkdownFrame>
  );
}

const Block = memo(MarkdownBlock);
