import type { Metadata } from "next";
import { getFormatter } from "next-intl/server";
import { calendarDay } from "@/components/diary/days";
import { DayPage } from "@/components/diary/day-page";
import { ReadOnlyDay } from "@/components/diary/read-only-day";
import { getReader, requireReader } from "@/lib/auth/viewer";
import { findEntry } from "@/lib/diary/entry-data";
import { findNeighbours } from "@/lib/diary/past-data";
import { localDate } from "@/lib/time/local-date";
import { listReplies } from "@/lib/diary/reply-data";

export async function generateMetadata(): Promise<Metadata> {
  const [viewer, format] = await Promise.all([getReader(), getFormatter()]);
  if (!viewer) return {};
  const [at, options] = calendarDay(localDate(viewer.timeZone));
  // The date instead of "today", because it remains correct after midnight.
  return { title: format.dateTime(at, { ...options, dateStyle: "long" }) };
}

export default async function TodayPage() {
  const viewer = await requireReader();
  const today = localDate(viewer.timeZone);
  const day = { authorId: viewer.id, date: today };
  const [found, replies, neighbours] = await Promise.all([
    findEntry(day),
    listReplies(day),
    findNeighbours(day),
  ]);

  const props = { viewerId: viewer.id, today, entry: found?.entry ?? null, replies, neighbours };
  if (viewer.isSuspended) return <ReadOnlyDay {...props} date={today} />;
  return <DayPage {...props} date={today} />;
}
