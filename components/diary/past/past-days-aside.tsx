import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Island } from "@/components/update/island";
import type { UserId } from "@/lib/auth/user-id";
import { findPast } from "@/lib/diary/past-data";
import { DayJump } from "./day-jump";
import { LatePastDays } from "./late-past-days";
import { PastDaysSkeleton } from "./past-days-skeleton";

type Props = { viewerId: UserId; date: string; today: string };

/**
 * The list beside a day, in view as far as the page is scrolled. On a phone it is a page of its own, which the navigation
 * at the thumb leads to.
 */
export async function PastDaysAside(props: Props) {
  const t = await getTranslations("diary.past");
  return (
    <aside
      aria-labelledby="past-days"
      className="min-w-0 max-sm:hidden lg:sticky lg:top-6 lg:flex lg:max-h-[calc(100dvh-3rem)] lg:flex-col lg:self-start print:hidden"
    >
      <h2 id="past-days" className="mb-3 px-2 font-serif text-lg">
        {t("title")}
      </h2>
      <Island>
        <Suspense fallback={<PastDaysSkeleton />}>
          <List {...props} />
        </Suspense>
        <DayJump today={props.today} />
      </Island>
    </aside>
  );
}

/** Reads the list by itself, so that the page to write on does not wait for it. */
async function List({ viewerId, date, today }: Props) {
  const [t, past] = await Promise.all([
    getTranslations("diary.past"),
    findPast({ authorId: viewerId, before: today, at: date }),
  ]);
  if (!past) return <EmptyState title={t("empty")}>{t("emptyLead")}</EmptyState>;
  return <LatePastDays {...past} openDate={date} />;
}
