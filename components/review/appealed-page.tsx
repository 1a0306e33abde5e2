import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BackLink } from "@/components/ui/back-link";
import { Paper } from "@/components/ui/paper";
import { localText } from "@/lib/gym/local-text";
import { wordsOf } from "@/lib/moderation/broken-rule";
import type { OwnReview } from "@/lib/review/own-reviews";
import { RejectionReasons } from "./rejection-reasons";
import { ReviewText } from "./review-text";

/** A form of an appeal below its review. Without a session no review is shown. */
export async function AppealedPage({
  title,
  review,
  nextPath,
  children,
}: {
  title: string;
  review: OwnReview | null | undefined;
  nextPath: string;
  children: ReactNode;
}) {
  const t = await getTranslations("review.list");
  return (
    <div className="wrap py-6 sm:py-10">
      <div className="measure mx-auto grid gap-6">
        <header>
          <BackLink href={nextPath}>{t("title")}</BackLink>
          <h1 className="mt-1 font-serif text-title">{title}</h1>
        </header>
        {review && <Rejected review={review} />}
        {children}
      </div>
    </div>
  );
}

async function Rejected({ review }: { review: OwnReview }) {
  const locale = await getLocale();
  const { gym, trainer, latest, reasons } = review;
  const name = [gym, trainer].map((one) => one && localText(locale, one.name, one.nameEn)).filter(Boolean);
  return (
    <Paper className="grid min-w-0 gap-4 p-5 sm:p-7">
      <h2 className="font-serif text-lg leading-snug wrap-anywhere">{name.join(" · ")}</h2>
      <ReviewText body={latest.body} marked={reasons ? wordsOf(reasons) : undefined} />
      {reasons && (
        <RejectionReasons reasons={reasons} decidedAt={latest.decidedAt} canAppeal={review.canAppeal} />
      )}
    </Paper>
  );
}
