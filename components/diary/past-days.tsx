"use client";

import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { excerptOf } from "@/lib/diary/entry-text";
import type { DaySummary } from "@/lib/diary/schema";
import { calendarDay } from "./days";
import { listDaysBefore } from "./diary-api";
import { Moon } from "./moon";
import { textLang } from "@/components/ui/text-lang";

const marks = { T: "bg-tone-t-soft text-tone-t", F: "bg-tone-f-soft text-tone-f" };

/** Earlier days, newest first, ten at a time. */
export function PastDays({
  days,
  nextBefore,
  date,
  today,
}: {
  days: DaySummary[];
  nextBefore: string | null;
  /** The day that is open. */
  date: string;
  today: string;
}) {
  const t = useTranslations("diary.past");
  const format = useFormatter();
  const list = useRef<HTMLOListElement>(null);
  const [more, setMore] = useState<{ days: DaySummary[]; nextBefore: string | null } | null>(null);
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  const before = more ? more.nextBefore : nextBefore;
  const shown = [...days, ...(more?.days ?? [])];

  async function showMore() {
    if (!before) return;
    setState("loading");
    const answer = await listDaysBefore(before);
    if (!answer.ok) return setState("failed");
    const { entries, nextBefore: next } = answer.data;
    const found = entries.map((entry) => ({
      date: entry.date,
      excerpt: excerptOf(entry.body),
      tones: entry.tones,
      isSealed: entry.isSealed ?? false,
    }));
    setMore({ days: [...(more?.days ?? []), ...found], nextBefore: next });
    setState("idle");
    // With the last portion the button goes; whoever was on it goes on where the new days begin.
    if (!next) requestAnimationFrame(() => list.current?.querySelectorAll("a")[shown.length]?.focus());
  }

  return (
    <>
      <ol ref={list} className="grid">
        {shown.map(({ date: day, excerpt, tones, isSealed }) => {
          const [at, options] = calendarDay(day);
          return (
            <li key={day} className="border-b border-line last:border-0">
              <Link
                href={`/diary/${day}`}
                aria-current={day === date ? "page" : undefined}
                className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 rounded-control px-2 py-3 transition-colors hover:bg-sunk aria-[current=page]:bg-sunk"
              >
                <Moon date={day} className="size-5" />
                <span className="text-sm font-medium">
                  {format.dateTime(at, {
                    ...options,
                    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" }),
                    month: "long",
                    day: "numeric",
                    weekday: "short",
                  })}
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
                  className="col-span-2 col-start-2 mt-0.5 line-clamp-2 text-sm text-ink-soft"
                >
                  {isSealed ? t("sealed") : excerpt}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
      {before && (
        <Button variant="quiet" className="mt-2 w-full" pending={state === "loading"} onClick={showMore}>
          {t("more")}
        </Button>
      )}
      <p role="status" className="px-2 text-sm text-danger empty:hidden">
        {state === "failed" && t("failed")}
      </p>
    </>
  );
}
