"use client";

import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { heldInPress } from "@/components/ui/press";
import { maxEntryChars } from "@/lib/diary/entry-text";
import { countChars } from "@/lib/written-text";
import { localDate } from "@/lib/time/local-date";
import type { Draft, DraftKeeper } from "./draft-keeper";
import { type SaveState, saveStateOf } from "./draft-state";
import { SignInAgain } from "./sign-in-again";

/** What must be said aloud. The coming and going of saves is for the eye only. */
const troubles: SaveState[] = ["blank", "tooLong", "failed", "signedOut"];

/** The foot of the sheet: whether the words are safe, and what helps if they are not. */
export function SaveBar({
  keeper,
  draft,
  date,
  onHelped,
  children,
}: {
  keeper: DraftKeeper;
  draft: Draft;
  date: string;
  /** The button that helped may be gone now: the focus needs a place. */
  onHelped: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("diary.editor");
  const state = saveStateOf(draft);
  const text = useStateText(state, draft, date);
  const isTrouble = troubles.includes(state);
  const remedy = {
    failed: { label: t("retry"), help: () => keeper.retry() },
    blank: { label: t("bringBack"), help: () => keeper.rewrite(draft.saved?.body ?? "") },
  }[state as string];

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm print:hidden">
      <div
        role="status"
        aria-live="off"
        aria-label={t("state.label")}
        className={`flex min-h-11 min-w-0 flex-1 flex-wrap items-center gap-x-2 py-1 ${isTrouble ? "basis-full sm:basis-32" : "basis-32"} ${isTrouble && state !== "blank" ? "text-danger" : "text-ink-faint"}`}
      >
        <span className="text-balance">{text}</span>
        {remedy && (
          <Button
            variant="quiet"
            size="sm"
            className="-ml-3 min-h-11"
            onClick={() => {
              remedy.help();
              onHelped();
            }}
          >
            {remedy.label}
          </Button>
        )}
        {state === "signedOut" && <SignInAgain />}
      </div>
      <p role="status" className="sr-only">
        {isTrouble ? text : ""}
      </p>
      <div className="ml-auto flex min-h-11 items-center gap-1.5">{children}</div>
    </div>
  );
}

function useStateText(state: SaveState, { text, saved, isKept }: Draft, date: string): string {
  const t = useTranslations("diary.editor.state");
  const format = useFormatter();
  const timeZone = useTimeZone() ?? "UTC";
  const isOnline = useIsOnline();

  if (state === "failed") return t(`failed.${!isKept ? "notKept" : isOnline ? "kept" : "offline"}`);
  if (state === "signedOut") return t(`signedOut.${isKept ? "kept" : "notKept"}`);
  if (state === "tooLong") return t("tooLong", { count: countChars(text) - maxEntryChars });
  if (state !== "saved" || !saved) return t(state === "saved" ? "untouched" : state);

  const at = new Date(saved.updatedAt);
  const day = localDate(timeZone, at) === date ? {} : ({ month: "short", day: "numeric" } as const);
  return t("saved", { at: format.dateTime(at, { ...day, hour: "numeric", minute: "2-digit" }) });
}

const online = heldInPress({
  subscribe: (listener) => {
    window.addEventListener("online", listener);
    window.addEventListener("offline", listener);
    return () => {
      window.removeEventListener("online", listener);
      window.removeEventListener("offline", listener);
    };
  },
  getSnapshot: () => navigator.onLine,
});

const useIsOnline = () => useSyncExternalStore(online.subscribe, online.getSnapshot, () => true);
