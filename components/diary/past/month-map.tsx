"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { PastMonth } from "@/lib/diary/schema";
import { calendarDay } from "../days";

const numbers = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));

const chip =
  "min-h-11 rounded-control border border-transparent text-sm transition-colors enabled:hover:bg-sunk aria-pressed:border-line-strong aria-pressed:bg-sheet aria-pressed:font-medium aria-pressed:text-ink";

/** The years with pages and the months of one of them: any month is two presses away at most. */
export function MonthMap({
  months,
  shown,
  onChoose,
}: {
  months: readonly PastMonth[];
  /** The month that the list begins with. */
  shown: string;
  onChoose: (month: string) => void;
}) {
  const t = useTranslations("diary.past");
  const format = useFormatter();
  const [chosen, setChosen] = useState<string | null>(null);
  const year = chosen ?? shown.slice(0, 4);
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  const counts = new Map(months.map(({ month, count }) => [month, count]));
  const name = (month: string, look: { year?: "numeric"; month?: "long" | "short" }) => {
    const [at, options] = calendarDay(`${month}-01`);
    return format.dateTime(at, { ...options, ...look });
  };

  return (
    <div role="group" aria-label={t("jump")} className="mb-4 grid gap-1">
      {years.length > 1 && (
        <div className="flex flex-wrap gap-0.5">
          {years.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === year}
              onClick={() => setChosen(one)}
              className={`${chip} px-2.5 text-ink-soft tabular-nums`}
            >
              {name(`${one}-01`, { year: "numeric" })}
            </button>
          ))}
        </div>
      )}
      <div className="grid grid-cols-6 gap-0.5">
        {numbers.map((number) => {
          const month = `${year}-${number}`;
          const count = counts.get(month) ?? 0;
          return (
            <button
              key={number}
              type="button"
              disabled={count === 0}
              aria-label={t("month", { month: name(month, { year: "numeric", month: "long" }), count })}
              aria-pressed={month === shown}
              onClick={() => {
                setChosen(null);
                onChoose(month);
              }}
              className={`${chip} px-0.5 ${count === 0 ? "text-ink-faint opacity-55" : "text-ink-soft"}`}
            >
              {name(month, { month: "short" })}
            </button>
          );
        })}
      </div>
    </div>
  );
}
