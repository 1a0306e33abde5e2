"use client";

import { useFormatter, useTimeZone } from "next-intl";
import { localDate } from "@/lib/time/local-date";

/** When a reply came: the hour, and the day too if it was not the page's own. */
export function ReplyTime({ date, at }: { date: string; at: string }) {
  const format = useFormatter();
  const timeZone = useTimeZone() ?? "UTC";
  const time = new Date(at);
  const isSameDay = localDate(timeZone, time) === date;
  const day = isSameDay ? {} : ({ month: "short", day: "numeric" } as const);
  return (
    <time dateTime={at} className="text-sm text-ink-soft tabular-nums">
      {format.dateTime(time, { ...day, hour: "numeric", minute: "2-digit" })}
    </time>
  );
}
