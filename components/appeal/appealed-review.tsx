import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { ReviewText } from "@/components/review/review-text";
import { Stars } from "@/components/ui/stars";
import { wordsOf } from "@/lib/moderation/broken-rule";
import type { AppealCase } from "@/lib/review/appeal/data";
import { queueHref } from "@/lib/review/desk/queue-query";

export function AppealedReview({ appeal: { revision, firstDecision } }: { appeal: AppealCase }) {
  const t = useTranslations("appeal");
  const starsT = useTranslations("review.stars");
  const format = useFormatter();
  return (
    <section aria-labelledby="review" className="grid gap-3">
      <h2 id="review" className="font-serif text-lg">
        {t("review")}
      </h2>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-ink-faint">
        <Stars
          value={revision.stars}
          label={starsT("value", { count: revision.stars })}
          className="h-3.5 text-ink-soft"
        />
        <time dateTime={revision.createdAt.toISOString()}>
          {format.dateTime(revision.createdAt, { dateStyle: "long" })}
        </time>
        {revision.number > 1 && <span>{t("revision", { number: revision.number })}</span>}
      </p>
      <ReviewText body={revision.body} marked={wordsOf(firstDecision)} />
      <p>
        <Link
          href={queueHref({ item: revision.id })}
          className="inline-flex min-h-11 items-center text-sm text-ink-soft underline underline-offset-4 hover:text-ink"
        >
          {t("history")}
        </Link>
      </p>
    </section>
  );
}
