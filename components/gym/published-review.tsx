import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { inList } from "@/components/review/fold-text";
import { FoldedText } from "@/components/review/folded-text";
import { Stars } from "@/components/ui/stars";
import { reportPath, subjectPath } from "@/lib/gym/gym-paths";
import type { PublishedReview as Review } from "@/lib/review/published-reviews";
import { LocalText } from "./local-text";

export function PublishedReview({
  review,
  gymSlug,
  showsTrainer,
  isOwn,
}: {
  review: Review;
  gymSlug: string;
  /** Written by the viewer. */
  isOwn: boolean;
  showsTrainer: boolean;
}) {
  const t = useTranslations("gym");
  const format = useFormatter();
  const { trainer } = review;
  return (
    <article className="border-b border-line py-7 last:border-0">
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-ink-soft">
        <Stars value={review.stars} label={t("rating.stars", { rating: review.stars })} className="h-3.5" />
        <h3 className="font-medium text-ink wrap-anywhere">
          <bdi>{review.authorName}</bdi>
        </h3>
        <time dateTime={review.publishedAt.toISOString()} className="text-ink-faint">
          {format.dateTime(review.publishedAt, { dateStyle: "long" })}
        </time>
        {review.isEdited && <span className="text-ink-faint">{t("reviews.edited")}</span>}
      </header>
      {showsTrainer && trainer && (
        <p className="mt-1 text-sm text-ink-faint">
          {t.rich("reviews.ofTrainer", {
            name: () => (
              <Link
                href={subjectPath(gymSlug, trainer.slug)}
                className="text-ink-soft underline underline-offset-4 hover:text-ink"
              >
                <LocalText ko={trainer.name} en={trainer.nameEn} />
              </Link>
            ),
          })}
        </p>
      )}
      <FoldedText
        body={review.body}
        lang={review.locale}
        fold={inList}
        className="mt-2.5 text-[1.0625rem] leading-[1.85]"
      />
      {!isOwn && (
        <Link
          href={reportPath(gymSlug, review.id)}
          prefetch={false}
          rel="nofollow"
          className="-mb-3 inline-flex min-h-11 items-center text-sm text-ink-faint underline-offset-4 hover:text-ink hover:underline"
        >
          {t.rich("reviews.report", {
            name: review.authorName,
            of: (chunks) => <span className="sr-only">{chunks}</span>,
          })}
        </Link>
      )}
    </article>
  );
}
