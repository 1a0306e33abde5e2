"use client";

import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { countChars, maxEntryChars } from "@/lib/diary/entry-text";
import { localDate } from "@/lib/diary/local-date";
import type { Draft, DraftKeeper } from "./draft-keeper";
import { type SaveState, saveStateOf } from "./draft-state";
import { SignInAgain } from "./sign-in-again";

/** What must be said aloud. The coming and going of saves is for the eye only. */
const troubles: SaveState[] = ["blank", "tooLong", "failed", "signedOut"];

function subscribeToConnection(listener: () => void) {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** The foot of the sheet: whether the words are safe, and how many there are. */
export function SaveBar({ keeper, draft, date, children }: { keeper: DraftKeeper; draft: Draft; date: string; children?: ReactNode }) {
  const t = useTranslations("diary.editor");
  const isOnline = useSyncExternalStore(
    subscribeToConnection,
    () => navigator.onLine,
    () => true,
  );
  const savedAt = useSavedAt(draft, date);
  const state = saveStateOf(draft);
  const place = !draft.isKept ? "notKept" : isOnline ? "kept" : "offline";
  const text =
    state === "failed"
      ? t(`state.failed.${place}`)
      : state === "signedOut"
        ? t(`state.signedOut.${draft.isKept ? "kept" : "notKept"}`)
        : t(`state.${state}`, { at: savedAt, count: countChars(draft.text) - maxEntryChars });
  const isTrouble = troubles.includes(state);

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <div
        role="status"
        aria-live="off"
        aria-label={t("state.label")}
        className={`flex min-h-11 min-w-0 flex-1 basis-44 flex-wrap items-center gap-x-2 py-1 ${isTrouble && state !== "blank" ? "text-danger" : "text-ink-faint"}`}
      >
        <span>{text}</span>
        {state === "failed" && (
          <Button variant="quiet" size="sm" className="min-h-11" onClick={() => keeper.retry()}>
            {t("retry")}
          </Button>
        )}
        {state === "blank" && (
          <Button variant="quiet" size="sm" className="min-h-11" onClick={() => keeper.rewrite(draft.saved?.body ?? "")}>
            {t("bringBack")}
          </Button>
        )}
        {state === "signedOut" && <SignInAgain />}
      </div>
      <p role="status" className="sr-only">
        {isTrouble ? text : ""}
      </p>
      <div className="ml-auto flex min-h-11 items-center gap-1.5">
        <LengthCounter text={draft.text} />
        {children}
      </div>
    </div>
  );
}

function useSavedAt({ saved }: Draft, date: string): string {
  const format = useFormatter();
  const timeZone = useTimeZone() ?? "UTC";
  if (!saved) return "";
  const at = new Date(saved.updatedAt);
  const day = localDate(timeZone, at) === date ? {} : ({ month: "short", day: "numeric" } as const);
  return format.dateTime(at, { ...day, hour: "numeric", minute: "2-digit" });
}

/** Quiet until the end of the page comes near. */
const nearChars = 500;

function LengthCounter({ text }: { text: string }) {
  const t = useTranslations("diary.editor");
  const format = useFormatter();
  const count = countChars(text);
  const left = maxEntryChars - count;
  const isNear = left <= nearChars;
  return (
    <p
      id="entry-length"
      className={`tabular-nums ${left < 0 ? "font-semibold text-danger" : isNear ? "text-ink" : "text-ink-faint"}`}
    >
      <span aria-hidden>{isNear ? `${format.number(count)} / ${format.number(maxEntryChars)}` : t("count", { count })}</span>
      <span className="sr-only">{left < 0 ? t("over", { count: -left }) : t("left", { count: left })}</span>
      <span role="status" className="sr-only">
        {left >= 0 && left <= 100 ? t("nearEnd") : ""}
      </span>
    </p>
  );
}
