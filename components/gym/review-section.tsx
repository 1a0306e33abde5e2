import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChipLinks } from "@/components/ui/chip-links";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { listPublishedReviews } from "@/lib/review/published-reviews";
import { reviewListHref, reviewOrders, type ReviewListQuery } from "@/lib/review/review-list-query";
import { PublishedReview } from "./published-review";

/** The published reviews of a gym or a trainer, a page at a time; every way to look at them is an address. */
export function ReviewSection({
  path,
  query: { sort, trainer },
  page: { reviews, previous, next },
  gymSlug,
  viewerId,
  showsTrainers = false,
  children,
}: {
  path: string;
  query: ReviewListQuery;
  page: Awaited<ReturnType<typeof listPublishedReviews>>;
  gymSlug: string;
  viewerId: string | undefined;
  /** Whether reviews of several trainers are among them. */
  showsTrainers?: boolean;
  /** More ways to look at them. */
  children?: ReactNode;
}) {
  const t = useTranslations("gym.reviews");
  const neighbours = sort === "newest" ? "byTime" : "byStars";
  return (
    <section id="reviews" aria-labelledby="reviews-title" className="scroll-mt-6">
      <h2 id="reviews-title" className="mb-2 font-serif text-title">
        {t("title")}
      </h2>
      <div className="grid gap-1">
        {children}
        <ChipLinks
          label={t("order.label")}
          chips={reviewOrders.map((order) => ({
            href: reviewListHref(path, { sort: order, trainer }),
            label: t(`order.${order}`),
            isCurrent: order === sort,
          }))}
        />
      </div>
      {reviews.length === 0 && <EmptyState title={t("none")}>{t("noneLead")}</EmptyState>}
      <div className="measure">
        {reviews.map((review) => (
          <PublishedReview
            key={review.id}
            review={review}
            gymSlug={gymSlug}
            showsTrainer={showsTrainers}
            isOwn={review.authorId === viewerId}
          />
        ))}
      </div>
      {(previous || next) && (
        <nav aria-label={t("pages")} className="measure flex flex-wrap justify-between gap-2 pt-6">
          {previous && (
            <LinkButton
              href={reviewListHref(path, { sort, trainer, before: previous })}
              rel="prev"
              variant="secondary"
            >
              <Icon name="chevronLeft" className="size-4.5" />
              {t(`${neighbours}.previous`)}
            </LinkButton>
          )}
          {next && (
            <LinkButton
              href={reviewListHref(path, { sort, trainer, after: next })}
              rel="next"
              variant="secondary"
              className="ml-auto"
            >
              {t(`${neighbours}.next`)}
              <Icon name="chevronRight" className="size-4.5" />
            </LinkButton>
          )}
        </nav>
      )}
    </section>
  );
}
