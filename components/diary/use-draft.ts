"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { holdWords } from "@/components/ui/leaving";
import { heldInPress } from "@/components/ui/press";
import type { Entry } from "@/lib/diary/schema";
import { useHoldReload } from "@/components/update/quiet";
import { type Day, saveEntry } from "./diary-api";
import { DraftKeeper } from "./draft-keeper";
import { isChanged } from "./draft-state";
import { draftStore } from "./draft-store";

/** One day's text and its keeper, tied to the life of the page: looked at, left, gone, back online. */
export function useDraft({ day, entry }: { day: Day; entry: Entry | null }) {
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        entry,
        store: draftStore(day),
        save: (input) => saveEntry(day, input),
      }),
  );
  const [shown] = useState(() => heldInPress(keeper));
  const draft = useSyncExternalStore(shown.subscribe, shown.getSnapshot, shown.getSnapshot);

  useHoldReload(isChanged(draft));

  useEffect(() => {
    const listening = new AbortController();
    const on = { signal: listening.signal };
    const handleVisibility = () => (document.visibilityState === "hidden" ? keeper.leave() : keeper.retry());
    document.addEventListener("visibilitychange", handleVisibility, on);
    window.addEventListener("pagehide", () => keeper.leave(), on);
    window.addEventListener("online", () => keeper.retry(), on);
    const release = holdWords({ save: () => keeper.flush(), discard: () => keeper.pause() });
    keeper.reopen();
    return () => {
      release();
      listening.abort();
      keeper.close();
    };
  }, [keeper]);

  return { keeper, draft };
}
