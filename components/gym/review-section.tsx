import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChipLinks } from "@/components/ui/chip-links";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLinks } from "@/components/ui/page-links";
import { reviewListHref, reviewOrders, type ReviewListQuery } from "@/lib/review/review-list-query";
import type { ShownReviews } from "@/lib/review/shown-reviews";
import { CitedSentence } from "./cited-sentence";
import { PublishedReview } from "./published-review";

export function ReviewSection({
  path,
  query: { sort, trainer, said },
  page: { reviews, previous, next, sentence, isSentenceGone },
  gymSlug,
  viewerId,
  showsTrainers = false,
  children,
}: {
  path: string;
  query: ReviewListQuery;
  page: ShownReviews;
  gymSlug: string;
  viewerId: string | undefined;
  showsTrainers?: boolean;
  /** More filters. */
  children?: ReactNode;
}) {
  const t = useTranslations("gym.reviews");
  const hrefOf = (neighbour: Partial<ReviewListQuery>) =>
    reviewListHref(path, { sort, trainer, ...neighbour });
  const shownSaid = sentence ? said : "";
  const neighbours = sort === "newest" ? "byTime" : "byStars";
  return (
    <section id="reviews" aria-labelledby="reviews-title" className="scroll-mt-6">
      <h2 id="reviews-title" className="mb-2 font-serif text-title">
        {t("title")}
      </h2>
      <CitedSentence
        sentence={sentence}
        isGone={isSentenceGone}
        count={reviews.length}
        allHref={reviewListHref(path, { sort, trainer })}
      />
      <div className="grid gap-1">
        {children}
        <ChipLinks
          label={t("order.label")}
          chips={reviewOrders.map((order) => ({
            href: reviewListHref(path, { sort: order, trainer, said: shownSaid }),
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
      <PageLinks
        className="measure pt-6"
        label={t("pages")}
        back={
          previous && { href: hrefOf({ before: previous }), label: t(`${neighbours}.previous`), rel: "prev" }
        }
        next={next && { href: hrefOf({ after: next }), label: t(`${neighbours}.next`) }}
      />
    </section>
  );
}
