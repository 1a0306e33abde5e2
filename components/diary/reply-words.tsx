"use client";

import dynamic from "next/dynamic";
import { Suspense } from "react";
import { Island } from "@/components/update/island";
import { PlainText } from "./markdown/plain-text";
import type { TextEnd } from "./reply-blocks";

// Reading Markdown weighs more than the rest of the page: it comes with the first reply that is drawn in the browser.
const loadMarkdown = () => import("./reply-markdown").then(({ ReplyMarkdown }) => ReplyMarkdown);
const ReplyMarkdown = dynamic(loadMarkdown);

/** Fetches what a reply will need, while the first word is still being thought of. */
export const prepareReplyWords = () => void loadMarkdown().catch(() => undefined);

/**
 * The text of a reply that grows, or that came after the page. One that can not be drawn shows its words plainly, and the
 * page lives: the boundary catches what fails in the browser, and on the server, where boundaries catch nothing, React
 * sends the fallback of `Suspense`.
 */
export function ReplyWords({ text, end }: { text: string; end: TextEnd }) {
  const plain = <PlainText text={text} />;
  return (
    <Island fallback={plain}>
      <Suspense fallback={plain}>
        <ReplyMarkdown text={text} end={end} />
      </Suspense>
    </Island>
  );
}
