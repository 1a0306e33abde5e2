"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { NoticeBox } from "@/components/ui/notice-box";
import { localDate } from "@/lib/local-date";

const lookMs = 15_000;

function subscribeToTime(listener: () => void) {
  const timer = setInterval(listener, lookMs);
  document.addEventListener("visibilitychange", listener);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", listener);
  };
}

/** Midnight has passed while the page was open. It stays the page of its own day; the new one is offered. */
export function NewDay({ today }: { today: string }) {
  const t = useTranslations("diary.newDay");
  const timeZone = useTimeZone() ?? "UTC";
  const day = useSyncExternalStore(
    subscribeToTime,
    () => localDate(timeZone),
    () => today,
  );

  return (
    <div role="status">
      {day > today && (
        <NoticeBox>
          {t("text")} {/* A whole new page, not a route change: its server part knows what day it is. */}
          {/* oxlint-disable-next-line nextjs/no-html-link-for-pages */}
          <a
            href="/diary"
            className="inline-flex min-h-6 items-center font-semibold text-ink underline underline-offset-4"
          >
            {t("open")}
          </a>
        </NoticeBox>
      )}
    </div>
  );
}
