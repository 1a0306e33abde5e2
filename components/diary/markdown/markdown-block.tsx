import type { ReactNode } from "react";
import { drawNodes, drawWords } from "./draw-nodes";
import type { ReplyBlock } from "./limits";
import { escapeDates } from "./lines";
import { PlainText } from "./plain-text";
import { readMarkdown } from "./read-markdown";

/** One block of a reply. */
export function MarkdownBlock({ text, kind }: ReplyBlock): ReactNode {
  switch (kind) {
    case "words":
      return <p>{drawWords(trimLines(text))}</p>;
    case "markdown":
      return drawNodes(readMarkdown(escapeDates(text)));
    case "beyond":
      return <PlainText text={text} />;
  }
}

const trimLines = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .join("\n");
