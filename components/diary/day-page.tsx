import { getFormatter, getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import { EmptyState } from "@/components/ui/empty-state";
import { NoticeBox } from "@/components/ui/notice-box";
import { ClientMessages } from "@/components/shell/client-messages";
import type { UserId } from "@/lib/auth/user-id";
import type { Entry, Neighbours, Reply } from "@/lib/diary/schema";
import { DayHeading } from "./day-heading";
import { calendarDay } from "./days";
import { DiaryDesk } from "./diary-desk";
import { drawLatestReplies } from "./draw-replies";
import { DrawnReplies } from "./drawn-replies";
import { PastDaysAside } from "./past/past-days-aside";
import { findDefaultTone } from "@/lib/diary/default-tone";
import { isTone, toneCookie } from "@/lib/diary/tone-choice";
import { ReadOnlyText } from "./read-only-text";

/** A day of the viewer's diary, with the days before it at its side. */
export async function DayPage({
  viewerId,
  date,
  today,
  entry,
  replies,
  neighbours,
}: {
  viewerId: UserId;
  date: string;
  today: string;
  entry: Entry | null;
  replies: Reply[];
  neighbours: Neighbours;
}) {
  const [t, format, jar] = await Promise.all([getTranslations("diary"), getFormatter(), cookies()]);
  const chosen = jar.get(toneCookie)?.value;
  const tone = isTone(chosen) ? chosen : await findDefaultTone(viewerId);
  const [at, options] = calendarDay(date);

  return (
    <ClientMessages namespaces={["diary", "sharing"]}>
      <div className="wrap grid gap-x-12 gap-y-14 pt-8 pb-20 sm:pt-12 lg:grid-cols-[minmax(0,1fr)_18rem] xl:gap-x-16 print:block print:p-0">
        <div className="grid min-w-0 content-start gap-6 sm:gap-8 print:gap-4">
          <DayHeading date={date} today={today} neighbours={neighbours} />
          {entry?.isSealed ? (
            <EmptyState title={t("sealed.title")}>{t("sealed.text")}</EmptyState>
          ) : (
            <>
              <noscript>
                <div className="mb-4">
                  <NoticeBox>{t("noScript")}</NoticeBox>
                </div>
                {entry && <ReadOnlyText text={entry.body} />}
              </noscript>
              <DrawnReplies key={date} drawn={drawLatestReplies(replies)}>
                <DiaryDesk
                  memberId={viewerId}
                  date={date}
                  dateName={format.dateTime(at, { ...options, month: "long", day: "numeric" })}
                  today={today}
                  entry={entry}
                  replies={replies}
                  tone={tone}
                  renderId={crypto.randomUUID()}
                />
              </DrawnReplies>
            </>
          )}
        </div>
        <PastDaysAside viewerId={viewerId} date={date} today={today} />
      </div>
    </ClientMessages>
  );
}
