"use client";

import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { useSyncExternalStore } from "react";
import { NoticeBox } from "@/components/ui/notice-box";
import { calendarDay } from "./days";
import { listKeptDates } from "./draft-store";

/** Words of other days that this browser still holds because they could never be saved. */
export function KeptDrafts({ memberId, date }: { memberId: string; date: string }) {
  const t = useTranslations("diary.kept");
  const format = useFormatter();
  // As one string: a snapshot must be the same until it changes.
  const dates = useSyncExternalStore(
    () => () => undefined,
    () => listKeptDates(memberId).join(),
    () => "",
  )
    .split(",")
    .filter((kept) => kept !== "" && kept !== date);
  if (dates.length === 0) return null;

  return (
    <NoticeBox>
      {t("text")}{" "}
      {dates.map((kept) => {
        const [day, options] = calendarDay(kept);
        return (
          <Link
            key={kept}
            href={`/diary/${kept}`}
            className="mr-3 inline-flex min-h-6 items-center font-semibold text-ink underline underline-offset-4"
          >
            {format.dateTime(day, { ...options, month: "long", day: "numeric" })}
          </Link>
        );
      })}
    </NoticeBox>
  );
}
