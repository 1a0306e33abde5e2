import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import type { UserId } from "@/lib/auth/user-id";
import { listDays } from "@/lib/diary/entry-data";
import { PastDays } from "./past-days";

/** Reads the list by itself, so that the page to write on does not wait for it. */
export async function PastDaysAside({
  viewerId,
  date,
  today,
}: {
  viewerId: UserId;
  date: string;
  today: string;
}) {
  const [t, { days, nextBefore }] = await Promise.all([
    getTranslations("diary.past"),
    listDays({ authorId: viewerId, before: today, limit: 10 }),
  ]);
  if (days.length === 0) return <EmptyState title={t("empty")}>{t("emptyLead")}</EmptyState>;
  return <PastDays days={days} nextBefore={nextBefore} date={date} today={today} />;
}
