import { useFormatter, useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { PageFonts } from "@/components/shell/page-fonts";
import { Paper } from "@/components/ui/paper";
import { Stars } from "@/components/ui/stars";
import { ownReviewAnchor, reviewFormPath, subjectPath } from "@/lib/gym/gym-paths";
import { localText } from "@/lib/gym/local-text";
import { wordsOf } from "@/lib/moderation/broken-rule";
import type { OwnReview } from "@/lib/review/own-reviews";
import { Appeal } from "./appeal";
import { DeleteReview } from "./delete-review";
import { ForgetSentDraft } from "./forget-sent-draft";
import { LinkedArticle } from "./linked-article";
import { RejectionReasons } from "./rejection-reasons";
import { ReviewState } from "./review-state";
import { ReviewText } from "./review-text";

export function OwnReviewCard({
  review,
  memberId,
  place,
}: {
  review: OwnReview;
  memberId: string;
  place: "gym" | "list";
}) {
  const t = useTranslations("review");
  const locale = useLocale();
  const format = useFormatter();
  const { gym, trainer, latest, reasons } = review;
  const gymName = localText(locale, gym.name, gym.nameEn);
  const trainerName = trainer && localText(locale, trainer.name, trainer.nameEn);
  const Title = place === "list" ? "h2" : "h3";
  const titleId = `title-${review.reviewId}`;
  const here = place === "list" ? "/me/reviews" : subjectPath(gym.slug, trainer?.slug);
  // The published text differs from the card's: shown while an edit waits or was rejected.
  const stillShown = latest.status === "APPROVED" ? null : review.published;

  return (
    <LinkedArticle id={ownReviewAnchor(review.reviewId)} titleId={titleId}>
      <Paper className="grid min-w-0 gap-4 p-5 sm:p-7">
        <PageFonts />
        <header className="grid gap-1">
          <Title id={titleId} className="font-serif text-lg leading-snug wrap-anywhere">
            {place === "list" ? (
              <>
                <Link
                  href={subjectPath(gym.slug)}
                  className="underline decoration-line-strong underline-offset-4"
                >
                  {gymName}
                </Link>
                {trainer && (
                  <>
                    {" · "}
                    <Link
                      href={subjectPath(gym.slug, trainer.slug)}
                      className="underline decoration-line-strong underline-offset-4"
                    >
                      {trainerName}
                    </Link>
                  </>
                )}
              </>
            ) : trainerName ? (
              t("own.ofTrainer", { name: trainerName })
            ) : (
              t("own.ofGym")
            )}
          </Title>
          <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-ink-faint">
            <Stars value={latest.stars} label={t("stars.value", { count: latest.stars })} className="h-3.5" />
            <time dateTime={latest.createdAt.toISOString()}>
              {t("own.writtenAt", { date: format.dateTime(latest.createdAt, { dateStyle: "long" }) })}
            </time>
          </p>
        </header>
        <ReviewState
          status={latest.status}
          isPublished={review.isPublished}
          isReported={review.isReported}
          isRewritten={review.isRewritten}
        />
        <ReviewText body={latest.body} marked={reasons ? wordsOf(reasons) : undefined} />
        {stillShown && (
          <details className="group rounded-control bg-sunk px-4">
            <summary className="flex min-h-11 list-none items-center justify-between gap-3 text-sm font-medium text-ink-soft [&::-webkit-details-marker]:hidden">
              {t("own.stillShown")}
              <Icon
                name="chevronDown"
                className="size-4.5 text-ink-faint transition-transform duration-200 group-open:rotate-180"
              />
            </summary>
            <div className="grid gap-2 pb-4">
              <Stars
                value={stillShown.stars}
                label={t("stars.value", { count: stillShown.stars })}
                className="h-3.5"
              />
              <ReviewText body={stillShown.body} />
            </div>
          </details>
        )}
        {reasons && (
          <RejectionReasons reasons={reasons} decidedAt={latest.decidedAt} canAppeal={review.canAppeal} />
        )}
        <Appeal review={review} memberId={memberId} nextPath={here} />
        <div className="-mb-2 flex flex-wrap items-center gap-2 border-t border-line pt-3">
          <LinkButton
            href={reviewFormPath(gym.slug, trainer?.slug)}
            variant="secondary"
            aria-describedby={titleId}
          >
            {t("own.edit")}
          </LinkButton>
          <DeleteReview
            reviewId={review.reviewId}
            name={trainerName ? `${gymName} · ${trainerName}` : gymName}
            titleId={titleId}
            nextPath={here}
            isReported={review.isReported || review.isRewritten}
          />
        </div>
        <ForgetSentDraft
          memberId={memberId}
          gymSlug={gym.slug}
          trainerSlug={trainer?.slug ?? ""}
          stars={latest.stars}
          body={latest.body}
        />
      </Paper>
    </LinkedArticle>
  );
}
