import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/shell/client-messages";
import { getViewer } from "@/lib/auth/viewer";
import { findOwnReviews } from "@/lib/review/own-reviews";
import { LiveReviews } from "./live-reviews";
import { OwnReviewCard } from "./own-review-card";

/** The viewer's reviews of a gym and its trainers, or of one trainer, in any state. Only for their author. */
export async function OwnReviews({ gymId, trainerSlug }: { gymId: string; trainerSlug?: string }) {
  const viewer = await getViewer();
  if (!viewer) return null;
  const all = await findOwnReviews({ authorId: viewer.id, gymId });
  const reviews = trainerSlug ? all.filter(({ trainer }) => trainer?.slug === trainerSlug) : all;
  // Also without reviews: a first one, sent from another tab, may be published while this page is open.
  if (reviews.length === 0) return <LiveReviews />;

  const t = await getTranslations("review.own");
  return (
    <ClientMessages namespaces={["review"]}>
      <section aria-labelledby="own-reviews" className="grid gap-3">
        <h2 id="own-reviews" className="font-serif text-lg">
          {t("title", { count: reviews.length })}
        </h2>
        {reviews.map((review) => (
          <OwnReviewCard key={review.reviewId} review={review} memberId={viewer.id} place="gym" />
        ))}
        <LiveReviews />
      </section>
    </ClientMessages>
  );
}
