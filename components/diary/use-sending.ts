"use client";

import { useState } from "react";
import { pressEnd } from "@/components/ui/press";
import type { Tone } from "@/lib/diary/schema";
import type { DraftKeeper } from "./draft-keeper";
import { isBlank, isTooLong } from "./draft-state";
import { prepareReplies } from "./late-replies";
import type { ReplyStream } from "./reply-stream";
import { prepareReplyWords } from "./reply-words";

export type SendProblemCode = "blank" | "tooLong" | "conflict" | "signedOut" | "notSaved";

/** Where a page is sent from: below it, or from the reply that is to be written again. */
export type SentFrom = "page" | Tone;

function problemOf(keeper: DraftKeeper): SendProblemCode | null {
  const { text, status } = keeper.getSnapshot();
  if (isBlank(text)) return "blank";
  if (isTooLong(text)) return "tooLong";
  return status === "conflict" ? "conflict" : null;
}

/** Sends the page to be answered: what is answered is what is saved, so saving comes first. */
export function useSending({ keeper, streams }: { keeper: DraftKeeper; streams: Record<Tone, ReplyStream> }) {
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<{ code: SendProblemCode; at: SentFrom; text: string } | null>(null);
  const [lastTone, setLastTone] = useState<Tone | null>(null);

  async function send(tone: Tone, at: SentFrom): Promise<SendProblemCode | null> {
    if (isSending) return null;
    setProblem(null);
    let code = problemOf(keeper);
    if (!code) {
      prepareReplyWords();
      setIsSending(true);
      const [isSaved] = await Promise.all([keeper.flush(), prepareReplies()]);
      await pressEnd();
      setIsSending(false);
      if (!isSaved)
        code = problemOf(keeper) ?? (keeper.getSnapshot().status === "signedOut" ? "signedOut" : "notSaved");
    }
    if (code) {
      setProblem({ code, at, text: keeper.getSnapshot().text });
      return code;
    }
    setLastTone(tone);
    streams[tone].ask();
    return null;
  }

  /** A problem was one of that text, and choosing ends a conflict. */
  function problemAt(at: SentFrom): SendProblemCode | null {
    const { text, status } = keeper.getSnapshot();
    if (problem?.at !== at || problem.text !== text) return null;
    return problem.code === "conflict" && status !== "conflict" ? null : problem.code;
  }
  return { send, isSending, lastTone, problemAt };
}
