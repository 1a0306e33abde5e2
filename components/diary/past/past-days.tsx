"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import type { MonthDays, PastMonth } from "@/lib/diary/schema";
import { calendarDay } from "../days";
import { MonthMap } from "./month-map";
import { PastDayRow } from "./past-day-row";
import { readPlace, rememberPlace } from "./place";
import { useMonths } from "./use-months";

/** The written days by month, from one month backwards, and the way to any other month. */
export function PastDays({
  months,
  first,
  openDate,
  keepsPlace = false,
}: {
  months: readonly PastMonth[];
  /** What the server has read for the beginning. */
  first: readonly MonthDays[];
  /** The day that is open, or was last. */
  openDate: string | null;
  /** On a page of its own, whose address says where its reader was. */
  keepsPlace?: boolean;
}) {
  const t = useTranslations("diary.past");
  const format = useFormatter();
  const list = useRef<HTMLDivElement>(null);
  const { shown, next, state, show, showMore } = useMonths({ months, first });
  const Heading = keepsPlace ? "h2" : "h3";
  const place = useSyncExternalStore(
    () => () => undefined,
    () => (keepsPlace && readPlace()) || openDate,
    () => openDate,
  );

  const nameOf = (month: string) => {
    const [at, options] = calendarDay(`${month}-01`);
    return format.dateTime(at, { ...options, year: "numeric", month: "long" });
  };
  async function choose(month: string) {
    if (keepsPlace) rememberPlace(month);
    await show(month);
    if (list.current) list.current.scrollTop = 0;
  }

  // After Back the router shows the list as it was read first; the address says where its reader was since.
  const findPlace = useEffectEvent(() => {
    const wanted = place?.slice(0, 7);
    const isKnown = months.some(({ month }) => month === wanted);
    if (wanted && isKnown && !shown.some(({ month }) => month === wanted)) void show(wanted);
  });
  useEffect(() => findPlace(), []);

  // Once: what its reader scrolls to after that is theirs.
  const isFound = useRef(false);
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (isFound.current || !row) return;
    isFound.current = true;
    bringIntoView(row, list.current!);
  });

  return (
    <>
      <MonthMap months={months} shown={shown[0]!.month} onChoose={(month) => void choose(month)} />
      <div ref={list} className="lg:min-h-0 lg:overflow-y-auto" aria-busy={state === "loading"}>
        {shown.map(({ month, days }) => (
          <section key={month} aria-label={nameOf(month)}>
            <Heading className="sticky top-0 bg-paper px-2 pt-2 pb-1 text-sm text-ink-soft">
              {nameOf(month)}
            </Heading>
            <ol className="grid">
              {days.map((day) => (
                <PastDayRow
                  key={day.date}
                  day={day}
                  current={day.date !== place ? undefined : keepsPlace ? "true" : "page"}
                  onOpen={() => keepsPlace && rememberPlace(day.date)}
                />
              ))}
            </ol>
          </section>
        ))}
        {next && (
          <Button
            variant="quiet"
            className="mt-2 w-full"
            pending={state === "loading"}
            onClick={() => void showMore()}
          >
            {t("more", { month: nameOf(next) })}
          </Button>
        )}
        <p role="status" className="px-2 text-sm text-danger empty:hidden">
          {state === "failed" && t("failed")}
        </p>
      </div>
    </>
  );
}

/** In the list where that scrolls by itself, else in the page. */
function bringIntoView(row: HTMLElement, list: HTMLElement): void {
  const [{ top, height }, box] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
  if (getComputedStyle(list).overflowY !== "visible" && list.scrollHeight > list.clientHeight)
    list.scrollTop += top - box.top - (box.height - height) / 2;
  else if (row.getAttribute("aria-current") === "true") row.scrollIntoView({ block: "center" });
}
