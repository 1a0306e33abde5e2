import "server-only";

import { Fragment, type ReactNode } from "react";
import type { Reply } from "@/lib/diary/schema";
import { log } from "@/lib/log/log";
import { MarkdownBlock } from "./markdown/markdown-block";
import { MarkdownFrame } from "./markdown/markdown-frame";
import { PlainText } from "./markdown/plain-text";
import { type TextEnd, readBlocks } from "./reply-blocks";

/**
 * Draws the latest reply of each tone for the page's own HTML, by its id. Only replies that have ended: their text does
 * not change any more. Earlier ones are folded away, so nobody pays for reading them.
 */
export function drawLatestReplies(replies: readonly Reply[]): Record<string, ReactNode> {
  const latest = [...new Map(replies.map((reply) => [reply.tone, reply])).values()];
  const ended = latest.filter(({ endedAt, text }) => endedAt !== null && text !== "");
  return Object.fromEntries(ended.map((reply) => [reply.id, drawReply(reply)]));
}

function drawReply({ id, text, status }: Reply): ReactNode {
  try {
    return drawWords(text, status === "DONE" ? "whole" : "cut");
  } catch (error) {
    log.warn("reply shown as plain text", { replyId: id, error });
    return <PlainText text={text} />;
  }
}

/**
 * The blocks are drawn here and now, by calls and not as components, so that the caller catches what fails: on the server no
 * error boundary does. React gets plain elements. There is no `Suspense` either, since the content of one that is long is
 * sent after its fallback and needs a script to get into its place.
 */
const drawWords = (text: string, end: TextEnd): ReactNode => (
  <MarkdownFrame>
    {readBlocks(text, end).map((block, index) => (
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={index}>{MarkdownBlock(block)}</Fragment>
    ))}
  </MarkdownFrame>
);
