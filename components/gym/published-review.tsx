import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { Stars } from "@/components/ui/stars";
import type { PublishedReview as Review } from "@/lib/review/published-reviews";
import { LocalText } from "./local-text";

/** One review as everyone reads it. With `gymSlug`, one of a trainer leads to the trainer's page. */
export function PublishedReview({ review, gymSlug }: { review: Review; gymSlug?: string }) {
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
      {trainer && gymSlug && (
        <p className="mt-1 text-sm text-ink-faint">
          {t.rich("reviews.ofTrainer", {
            name: () => (
              <Link
                href={`/gyms/${gymSlug}/trainers/${trainer.slug}`}
                className="text-ink-soft underline underline-offset-4 hover:text-ink"
              >
                <LocalText ko={trainer.name} en={trainer.nameEn} />
              </Link>
            ),
          })}
        </p>
      )}
      <p
        lang={review.locale}
        dir="auto"
        className="mt-2.5 text-[1.0625rem] leading-[1.85] wrap-anywhere whitespace-pre-line"
      >
        {review.body}
      </p>
    </article>
  );
}
