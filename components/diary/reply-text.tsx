"use client";

import { useEffect, useEffectEvent } from "react";
import type { Reply } from "@/lib/diary/schema";
import { useDrawnReply } from "./drawn-replies";
import { letterLooks } from "./letter-looks";
import type { ReplyStream } from "./reply-stream";
import { ReplyWords } from "./reply-words";
import { textLang } from "@/components/ui/text-lang";
import { useRevealed } from "./use-revealed";

export function ReplyText({
  reply,
  stream,
  onRead,
}: {
  reply: Reply;
  stream: ReplyStream;
  /** All of it is on screen. */
  onRead: () => void;
}) {
  const { shown, isWhole } = useRevealed(reply, stream);
  const drawn = useDrawnReply(reply.id);
  const tellRead = useEffectEvent(onRead);
  useEffect(() => {
    if (isWhole) tellRead();
  }, [isWhole]);

  if (!shown) return null;
  return (
    <div lang={textLang(shown)} dir="auto" className={`max-w-[42rem] ${letterLooks[reply.tone].text}`}>
      {drawn ?? (
        <ReplyWords text={shown} end={!isWhole ? "growing" : reply.status === "DONE" ? "whole" : "cut"} />
      )}
    </div>
  );
}
