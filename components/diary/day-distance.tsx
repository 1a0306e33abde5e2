"use client";

import { useTranslations } from "next-intl";
import { dayAfter } from "./days";
import { useToday } from "./use-today";

/** How far a day is from the one that it is now, also when midnight passes. */
export function DayDistance({ date, today, year }: { date: string; today: string; year: string }) {
  const t = useTranslations("diary.day");
  const now = useToday(today);
  const distance = date === now ? "today" : date === dayAfter(now, -1) ? "yesterday" : "past";
  return <p className="text-sm text-ink-soft">{t(distance, { year })}</p>;
}
