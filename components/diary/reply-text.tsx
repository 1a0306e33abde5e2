"use client";

import { useEffect, useEffectEvent } from "react";
import type { Reply } from "@/lib/diary/schema";
import { useDrawnReply } from "./drawn-replies";
import type { ReplyStream } from "./reply-stream";
import { ReplyWords } from "./reply-words";
import { textLang } from "@/components/ui/text-lang";
import { useRevealed } from "./use-revealed";

/** T speaks in the plain letters of the page, F in the soft ones of the diary, which have no bold: colour weighs there. */
const voices = {
  T: "leading-[1.85]",
  F: "font-serif text-[1.0625rem] leading-[1.9] [&_strong]:font-normal [&_strong]:text-tone-f",
};

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
    <div lang={textLang(shown)} className={voices[reply.tone]}>
      {drawn ?? (
        <ReplyWords text={shown} end={!isWhole ? "growing" : reply.status === "DONE" ? "whole" : "cut"} />
      )}
    </div>
  );
}
