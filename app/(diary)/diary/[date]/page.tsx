import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { DayPage } from "@/components/diary/day-page";
import { ReadOnlyDay } from "@/components/diary/read-only-day";
import { calendarDay } from "@/components/diary/days";
import { requireReader } from "@/lib/auth/viewer";
import { findEntry } from "@/lib/diary/entry-data";
import { findNeighbours } from "@/lib/diary/past-data";
import { isCalendarDate, localDate } from "@/lib/time/local-date";
import { listReplies } from "@/lib/diary/reply-data";

type Props = PageProps<"/diary/[date]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { date } = await params;
  const [t, format] = await Promise.all([getTranslations("diary"), getFormatter()]);
  if (!isCalendarDate(date)) return { title: t("notFound.title") };
  const [at, options] = calendarDay(date);
  return { title: format.dateTime(at, { ...options, dateStyle: "long" }) };
}

export default async function DatePage({ params }: Props) {
  const viewer = await requireReader();
  const { date } = await params;
  if (!isCalendarDate(date)) notFound();

  const today = localDate(viewer.timeZone);
  const day = { authorId: viewer.id, date };
  const [found, replies, neighbours] = await Promise.all([
    findEntry(day),
    listReplies(day),
    findNeighbours(day),
  ]);
  // A future day has no page, unless it was written as today before the writer moved west.
  if (date > today && !found) notFound();

  const props = { viewerId: viewer.id, today, entry: found?.entry ?? null, replies, neighbours };
  if (viewer.isSuspended) return <ReadOnlyDay {...props} date={date} />;
  return <DayPage {...props} date={date} />;
}
