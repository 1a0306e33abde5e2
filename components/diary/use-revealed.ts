"use client";

import { useEffect, useRef, useState } from "react";
import { isPressing } from "@/components/ui/press";
import type { Reply } from "@/lib/diary/schema";
import { revealStep, revealable } from "./reveal";
import type { ReplyStream } from "./reply-stream";

const prefersStillness = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * The part of a reply that is on screen. What was there when the page came stays as it is; what arrives is let out
 * evenly, frame by frame, to its end even if the reply has ended meanwhile.
 */
export function useRevealed(reply: Reply, stream: ReplyStream) {
  const isLive = reply.endedAt === null;
  const [shown, setShown] = useState(reply.text);
  const onScreen = useRef(shown);

  useEffect(() => {
    const target = () => (isLive ? stream.text : reply.text);
    if (!isLive && onScreen.current === target()) return;

    let credit = 0;
    let length = -1;
    let grownAt = performance.now();
    let lastAt = grownAt;
    const step = (now: number) => {
      // A text that grows would move what is pressed below it.
      if (isPressing()) {
        lastAt = now;
        frame = requestAnimationFrame(step);
        return;
      }
      const text = target();
      if (text.length !== length) [length, grownAt] = [text.length, now];
      // A new attempt at the reply begins with nothing; an ended one is simply what it is.
      const isSame = text.startsWith(onScreen.current);
      const from = isSame ? onScreen.current.length : isLive ? 0 : text.length;
      const ending = { isEnded: !isLive, quietMs: now - grownAt };
      const next = prefersStillness()
        ? { shown: revealable(text, from, ending), credit: 0 }
        : revealStep({ text, shown: from, credit, elapsedMs: Math.min(100, now - lastAt), ...ending });
      credit = next.credit;
      lastAt = now;
      if (!isSame || next.shown !== from) setShown((onScreen.current = text.slice(0, next.shown)));
      if (isLive || next.shown < text.length) frame = requestAnimationFrame(step);
    };
    let frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [isLive, reply.text, stream]);

  return { shown, isWhole: !isLive && shown === reply.text };
}
