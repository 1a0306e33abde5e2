import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { DayJump } from "@/components/diary/past/day-jump";
import { PastDays } from "@/components/diary/past/past-days";
import { ClientMessages } from "@/components/shell/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { requireReader } from "@/lib/auth/viewer";
import { findPast } from "@/lib/diary/past-data";
import { isCalendarDate, localDate } from "@/lib/time/local-date";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("diary.past");
  return { title: t("title") };
}

/** All past days, by month. `?at=`: the first day or month shown. `?date=` redirects to that day. */
export default async function PastPage({ searchParams }: PageProps<"/diary/past">) {
  const viewer = await requireReader();
  const { at, date } = await searchParams;
  if (typeof date === "string" && isCalendarDate(date)) redirect(`/diary/${date}`);

  const today = localDate(viewer.timeZone);
  const place = typeof at === "string" && /^\d{4}-\d{2}(-\d{2})?$/.test(at) ? at : today;
  const [t, past] = await Promise.all([
    getTranslations("diary.past"),
    findPast({ authorId: viewer.id, before: today, at: place }),
  ]);
  return (
    <ClientMessages namespaces={["diary"]}>
      <div className="wrap pt-8 pb-20 sm:pt-12">
        <div className="measure mx-auto">
          <h1 className="mb-5 px-2 font-serif text-title">{t("title")}</h1>
          {past ? (
            <PastDays {...past} openDate={place} keepsPlace />
          ) : (
            <EmptyState title={t("empty")}>{t("emptyLead")}</EmptyState>
          )}
          <DayJump today={today} />
        </div>
      </div>
    </ClientMessages>
  );
}
