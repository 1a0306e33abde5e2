"use client";

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from "react";
import { type Day, findDay } from "./diary-api";
import type { DraftKeeper } from "./draft-keeper";
import type { ReplyStream } from "./reply-stream";

/** A glance at another tab is no absence. */
const absenceMs = 3000;

/** Server renders that this document has shown. One seen before comes from the router's memory, and is out of date. */
const shownRenders = new Set<string>();

/**
 * Keeps a day that was left and looked at again up to date: written on the phone, read on the laptop.
 * `isReady` is false while an outdated page waits for the present one.
 */
export function useDayRefresh(input: {
  day: Day;
  renderId: string;
  keeper: DraftKeeper;
  textarea: RefObject<HTMLTextAreaElement | null>;
  streams: readonly ReplyStream[];
  isPaused: boolean;
}) {
  const { day, renderId, keeper, textarea, streams, isPaused } = input;
  const [isOutdated] = useState(() => shownRenders.has(renderId));
  const [isReady, setIsReady] = useState(!isOutdated);

  const refresh = useEffectEvent(async () => {
    if (isPaused) return;
    const seen = keeper.getSnapshot().saved;
    const seenReplies = streams.map((stream) => stream.getSnapshot());
    const found = await findDay(day);
    if (!found.ok && found.error.code !== "NOT_FOUND") return;
    keeper.refresh(found.ok ? found.data.entry : null, seen);
    for (const [index, stream] of streams.entries()) {
      stream.refresh(found.ok ? found.data.replies : [], seenReplies[index]!);
    }
  });

  // Before any event of this page: the first letter typed would replace what the browser kept.
  useLayoutEffect(() => {
    shownRenders.add(renderId);
    const open = () => {
      keeper.restore(textarea.current?.value);
      setIsReady(true);
    };
    if (isOutdated) void refresh().finally(open);
    else keeper.restore(textarea.current?.value);
  }, [keeper, textarea, renderId, isOutdated]);

  useEffect(() => {
    let leftAt = Infinity;
    const listening = new AbortController();
    const on = { signal: listening.signal };
    const handleVisibility = () => {
      if (document.visibilityState === "hidden") leftAt = Date.now();
      else if (Date.now() - leftAt > absenceMs) void refresh();
    };
    document.addEventListener("visibilitychange", handleVisibility, on);
    window.addEventListener("pageshow", (event) => event.persisted && void refresh(), on);
    window.addEventListener("online", () => void refresh(), on);
    return () => listening.abort();
  }, []);

  return isReady;
}
