import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveReviews } from "@/components/review/live-reviews";
import { OwnReviewCard } from "@/components/review/own-review-card";
import { Standing } from "@/components/review/standing";
import { ClientMessages } from "@/components/shell/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { requireViewer } from "@/lib/auth/viewer";
import { listOwnReviews } from "@/lib/review/own-reviews";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.list");
  return { title: t("title") };
}

export default async function OwnReviewsPage() {
  const viewer = await requireViewer();
  const [t, reportT, reviews] = await Promise.all([
    getTranslations("review.list"),
    getTranslations("report.list"),
    listOwnReviews(viewer.id),
  ]);

  return (
    <div className="wrap py-10 sm:py-14">
      <div className="measure mx-auto grid gap-6">
        <header>
          <h1 className="font-serif text-title">{t("title")}</h1>
          {reviews.length > 0 && <p className="mt-1.5 text-ink-soft">{t("lead")}</p>}
        </header>
        <Standing memberId={viewer.id} />
        {reviews.length === 0 && (
          <EmptyState title={t("emptyTitle")} action={<LinkButton href="/gyms">{t("toGyms")}</LinkButton>}>
            {t("emptyText")}
          </EmptyState>
        )}
        <ClientMessages namespaces={["review"]}>
          {reviews.map((review) => (
            <OwnReviewCard key={review.reviewId} review={review} memberId={viewer.id} place="list" />
          ))}
          <LiveReviews />
        </ClientMessages>
        <LinkButton href="/me/reports" variant="quiet" className="justify-self-center">
          {reportT("title")}
        </LinkButton>
      </div>
    </div>
  );
}
