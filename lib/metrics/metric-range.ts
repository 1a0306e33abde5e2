import { z } from "zod";

import { localDate } from "../time/local-date.ts";
import type { Span } from "../time/span.ts";
import { addDays, mondayOf, startOfDay } from "../time/local-days.ts";

export const metricRanges = ["day", "week", "month", "quarter"] as const;
export type MetricRange = (typeof metricRanges)[number];

export const metricQuerySchema = z.object({ range: z.enum(metricRanges).catch("week") });

const hourMs = 3_600_000;

/**
 * Ends with the current hour, day or week: 24 hours, 7 or 30 days, 13 weeks from Monday. Days and weeks are those of
 * `timeZone`, so a day may have 23 or 25 hours.
 */
export function spanOf(range: MetricRange, timeZone: string, now = new Date()): Span {
  const edges = range === "day" ? hours(timeZone, now) : days(range, timeZone, now);
  return { edges: edges.slice(0, -1), until: edges.at(-1)! };
}

function hours(timeZone: string, now: Date): Date[] {
  // Zones differ from UTC by quarters of an hour too, so hours are counted from midnight.
  const midnight = startOfDay(localDate(timeZone, now), timeZone).getTime();
  const thisHour = midnight + Math.floor((now.getTime() - midnight) / hourMs) * hourMs;
  return Array.from({ length: 25 }, (_, index) => new Date(thisHour + (index - 23) * hourMs));
}

function days(range: "week" | "month" | "quarter", timeZone: string, now: Date): Date[] {
  const today = localDate(timeZone, now);
  const [step, count, last] =
    range === "quarter" ? [7, 13, mondayOf(today)] : [1, range === "week" ? 7 : 30, today];
  return Array.from({ length: count + 1 }, (_, index) =>
    startOfDay(addDays(last, (index - count + 1) * step), timeZone),
  );
}
