import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DayPage } from "@/components/diary/day-page";
import { ReadOnlyDay } from "@/components/diary/read-only-day";
import { requireReader } from "@/lib/auth/viewer";
import { findEntry } from "@/lib/diary/entry-data";
import { localDate } from "@/lib/local-date";
import { listReplies } from "@/lib/diary/reply-data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("diary");
  return { title: t("day.todayTitle") };
}

export default async function TodayPage() {
  const viewer = await requireReader();
  const today = localDate(viewer.timeZone);
  const day = { authorId: viewer.id, date: today };
  const [found, replies] = await Promise.all([findEntry(day), listReplies(day)]);

  const props = { viewerId: viewer.id, today, entry: found?.entry ?? null, replies };
  if (viewer.isSuspended) return <ReadOnlyDay {...props} date={today} />;
  return <DayPage {...props} date={today} />;
}
