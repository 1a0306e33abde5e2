"use client";

import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { textLang } from "@/components/ui/text-lang";
import type { DaySummary } from "@/lib/diary/schema";
import { calendarDay } from "../days";
import { Moon } from "../moon";

const marks = { T: "bg-tone-t-soft text-tone-t", F: "bg-tone-f-soft text-tone-f" };

/** A written day below the heading of its month: its moon, its first words, and who answered. */
export function PastDayRow({
  day: { date, excerpt, tones, isSealed },
  current,
  onOpen,
}: {
  day: DaySummary;
  /** The day that is open, or that was opened from here last. */
  current: "page" | "true" | undefined;
  onOpen: () => void;
}) {
  const t = useTranslations("diary.past");
  const format = useFormatter();
  const [at, options] = calendarDay(date);
  return (
    <li className="border-b border-line last:border-0">
      <Link
        href={`/diary/${date}`}
        // A month of links would be a month of requests.
        prefetch={false}
        aria-current={current}
        onClick={onOpen}
        className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 rounded-control px-2 py-2.5 transition-colors hover:bg-sunk aria-[current]:bg-sunk"
      >
        <Moon date={date} className="size-5" />
        <span className="text-sm font-medium">
          {format.dateTime(at, { ...options, month: "long", day: "numeric", weekday: "short" })}
        </span>
        <span className="flex gap-1">
          {tones.map((tone) => (
            <span
              key={tone}
              className={`grid size-5 place-items-center rounded-full text-[0.6875rem] font-bold ${marks[tone]}`}
            >
              <span aria-hidden>{tone}</span>
              <span className="sr-only">{t("answered", { tone })}</span>
            </span>
          ))}
        </span>
        <span
          lang={textLang(excerpt)}
          dir="auto"
          className="col-span-2 col-start-2 mt-0.5 line-clamp-2 text-sm text-ink-soft"
        >
          {isSealed ? t("sealed") : excerpt}
        </span>
      </Link>
    </li>
  );
}
