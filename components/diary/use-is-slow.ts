"use client";

import { useEffect, useState } from "react";
import { afterPress } from "@/components/ui/press";
import type { ReplyStream } from "./reply-stream";

/** So long without a word is worth a kind one of ours. */
const slowMs = 8000;

export function useIsSlow(stream: ReplyStream, isRunning: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false);

  useEffect(() => {
    if (!isRunning) return;
    const look = () => setIsSlow(performance.now() - stream.lastTextAt > slowMs);
    const timer = setInterval(() => afterPress(look), 500);
    return () => {
      clearInterval(timer);
      setIsSlow(false);
    };
  }, [stream, isRunning]);

  return isSlow;
}
