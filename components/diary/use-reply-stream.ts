"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { heldInPress } from "@/components/ui/press";
import { useHoldReload } from "@/components/update/quiet";
import type { Reply, Tone } from "@/lib/diary/schema";
import type { Day } from "./diary-api";
import { ReplyStream, type ReplyStreamState } from "./reply-stream";

/** The replies to a day in one tone. A reply that is being written is attached to by itself, again after a sign-in too. */
export function useReplyStream(input: { day: Day; tone: Tone; replies: readonly Reply[] }) {
  const [stream] = useState(() => new ReplyStream(input));
  const [shown] = useState(() => heldInPress(stream));
  const state = useSyncExternalStore(shown.subscribe, shown.getSnapshot, shown.getSnapshot);

  useHoldReload(state.isAsking || state.replies.at(-1)?.endedAt === null);

  useEffect(() => {
    const handleVisibility = () => document.visibilityState === "visible" && stream.attach();
    document.addEventListener("visibilitychange", handleVisibility);
    stream.attach();
    return () => {
      document.removeEventListener("visibilitychange", handleVisibility);
      stream.detach();
    };
  }, [stream]);

  return { stream, ...state };
}

/** Whether there is something to show of this tone: a reply, one that is asked for, or why there is none. */
export const isShown = ({ replies, isAsking, refusal }: ReplyStreamState) =>
  replies.length > 0 || isAsking || refusal !== null;
