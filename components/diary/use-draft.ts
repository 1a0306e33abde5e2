"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { Entry } from "@/lib/diary/schema";
import { saveEntry } from "./diary-api";
import { DraftKeeper } from "./draft-keeper";
import { draftStore } from "./draft-store";

/** One day's text and its keeper, tied to the life of the page: looked at, left, gone, back online. */
export function useDraft({ memberId, date, entry }: { memberId: string; date: string; entry: Entry | null }) {
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        entry,
        store: draftStore({ memberId, date }),
        save: (input) => saveEntry({ date, ...input }),
      }),
  );
  const draft = useSyncExternalStore(keeper.subscribe, keeper.getSnapshot, keeper.getSnapshot);

  useEffect(() => {
    const listening = new AbortController();
    const on = { signal: listening.signal };
    const handleVisibility = () => (document.visibilityState === "hidden" ? keeper.leave() : keeper.retry());
    document.addEventListener("visibilitychange", handleVisibility, on);
    window.addEventListener("pagehide", () => keeper.leave(), on);
    window.addEventListener("online", () => keeper.retry(), on);
    return () => {
      listening.abort();
      keeper.leave();
    };
  }, [keeper]);

  return { keeper, draft };
}
