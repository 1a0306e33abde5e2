"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { isQuietMoment, noteTyping } from "./quiet";
import { keepFields, mayReloadFor, reloadFor, restoreFields } from "./reload";
import { askServerBuild, useOtherBuild } from "./server-build";

/** Time to read why the page will reload. */
const readMs = 4_000;
const lookMs = 1_000;
/** After this absence a deploy is likely enough for a check. */
const absenceMs = 60_000;

export function UpdateNotice({ memberId }: { memberId: string | null }) {
  const t = useTranslations("ui.update");
  const otherBuild = useOtherBuild();

  useEffect(() => {
    restoreFields(memberId);
    let leftAt = Infinity;
    const listening = new AbortController();
    const on = { signal: listening.signal };
    const handleVisibility = () => {
      if (document.visibilityState === "hidden") leftAt = Date.now();
      else if (Date.now() - leftAt > absenceMs) void askServerBuild();
    };
    document.addEventListener("visibilitychange", handleVisibility, on);
    document.addEventListener("input", noteTyping, { ...on, capture: true });
    window.addEventListener("pagehide", () => keepFields(memberId), on);
    return () => listening.abort();
  }, [memberId]);

  useEffect(() => {
    if (!otherBuild || !mayReloadFor(otherBuild)) return;
    const toldAt = performance.now();
    const timer = setInterval(() => {
      const isRead = document.visibilityState === "hidden" || performance.now() - toldAt > readMs;
      if (isRead && isQuietMoment()) reloadFor(otherBuild);
    }, lookMs);
    return () => clearInterval(timer);
  }, [otherBuild]);

  return (
    <div
      role="status"
      aria-label={t("label")}
      className="pointer-events-none fixed inset-x-0 bottom-(--thumb) z-30 grid justify-items-center p-4 print:hidden"
    >
      {otherBuild && (
        <p className="pointer-events-auto flex max-w-full animate-rise flex-wrap items-center gap-x-1 rounded-control border border-line bg-paper py-1 pr-1.5 pl-4 text-sm text-ink-soft shadow-float">
          <span className="py-1.5 pr-1">{t("text")}</span>
          <button
            type="button"
            className="min-h-11 rounded-control px-3 font-semibold underline underline-offset-4"
            onClick={() => window.location.reload()}
          >
            {t("now")}
          </button>
        </p>
      )}
    </div>
  );
}
