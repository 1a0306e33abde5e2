import { getFormatter, getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import { Suspense } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { ClientMessages } from "@/components/shell/client-messages";
import { Island } from "@/components/update/island";
import type { UserId } from "@/lib/auth/user-id";
import type { Entry, Reply } from "@/lib/diary/schema";
import { DayHeading } from "./day-heading";
import { calendarDay } from "./days";
import { DiaryDesk } from "./diary-desk";
import { drawLatestReplies } from "./draw-replies";
import { DrawnReplies } from "./drawn-replies";
import { PastDaysAside } from "./past-days-aside";
import { PastDaysSkeleton } from "./past-days-skeleton";
import { isTone, toneCookie } from "./tone-choice";

/** A day of the viewer's diary, with the days before it at its side. */
export async function DayPage({
  viewerId,
  date,
  today,
  entry,
  replies,
}: {
  viewerId: UserId;
  date: string;
  today: string;
  entry: Entry | null;
  replies: Reply[];
}) {
  const [t, format, jar] = await Promise.all([getTranslations("diary"), getFormatter(), cookies()]);
  const tone = jar.get(toneCookie)?.value;
  const [at, options] = calendarDay(date);

  return (
    <ClientMessages namespaces={["diary", "sharing"]}>
      <div className="wrap grid gap-x-12 gap-y-14 pt-8 pb-20 sm:pt-12 lg:grid-cols-[minmax(0,1fr)_17rem] xl:gap-x-16">
        <div className="grid min-w-0 content-start gap-6 sm:gap-8">
          <DayHeading date={date} today={today} />
          {entry?.isSealed ? (
            <EmptyState title={t("sealed.title")}>{t("sealed.text")}</EmptyState>
          ) : (
            <DrawnReplies key={date} drawn={drawLatestReplies(replies)}>
              <DiaryDesk
                memberId={viewerId}
                date={date}
                dateName={format.dateTime(at, { ...options, month: "long", day: "numeric" })}
                today={today}
                entry={entry}
                replies={replies}
                tone={isTone(tone) ? tone : "T"}
                renderId={crypto.randomUUID()}
              />
            </DrawnReplies>
          )}
        </div>
        <aside aria-labelledby="past-days" className="min-w-0">
          <h2 id="past-days" className="mb-3 px-2 font-serif text-lg">
            {t("past.title")}
          </h2>
          <Island>
            <Suspense fallback={<PastDaysSkeleton />}>
              <PastDaysAside viewerId={viewerId} date={date} today={today} />
            </Suspense>
          </Island>
        </aside>
      </div>
    </ClientMessages>
  );
}
