"use client";

import { useTranslations } from "next-intl";
import { NoticeBox } from "@/components/ui/notice-box";
import { useToday } from "./use-today";

/** Midnight has passed while the page was open. It stays the page of its own day; the new one is offered. */
export function NewDay({ today }: { today: string }) {
  const t = useTranslations("diary.newDay");
  const day = useToday(today);

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
