import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { AppealForm } from "@/components/review/appeal-form";
import { RejectionReasons } from "@/components/review/rejection-reasons";
import { ReviewText } from "@/components/review/review-text";
import { ClientMessages } from "@/components/shell/client-messages";
import { BackLink } from "@/components/ui/back-link";
import { Paper } from "@/components/ui/paper";
import { safeNextPath } from "@/lib/auth/next-path";
import { getViewer, requireViewer } from "@/lib/auth/viewer";
import { isFormPost } from "@/lib/form-post";
import { appealPath } from "@/lib/gym/gym-paths";
import { localText } from "@/lib/gym/local-text";
import { wordsOf } from "@/lib/moderation/broken-rule";
import { appealAction } from "@/lib/review/actions";
import { type OwnReview, listOwnReviews } from "@/lib/review/own-reviews";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.appeal");
  return { title: t("title"), robots: { index: false } };
}

/**
 * The appeal's form by itself, where a browser without script sends it: what was typed comes back here also when nobody
 * is signed in any more, and the page that it was on shows them no review.
 */
export default async function AppealPage({ params, searchParams }: PageProps<"/me/appeals/[id]">) {
  const [{ id: verdictId }, { next = "/me/reviews" }, isPost] = await Promise.all([
    params,
    searchParams,
    isFormPost(),
  ]);
  const viewer = isPost ? await getViewer() : await requireViewer();
  const review =
    viewer && (await listOwnReviews(viewer.id)).find(({ reasons }) => reasons?.verdictId === verdictId);
  const nextPath = safeNextPath(next);
  if (!isPost && !review?.canAppeal) redirect(nextPath);

  const t = await getTranslations("review");
  return (
    <div className="wrap py-6 sm:py-10">
      <div className="measure mx-auto grid gap-6">
        <header>
          <BackLink href={nextPath}>{t("list.title")}</BackLink>
          <h1 className="mt-1 font-serif text-title">{t("appeal.title")}</h1>
        </header>
        {review && <Rejected review={review} />}
        <ClientMessages namespaces={["review"]}>
          <AppealForm
            action={appealAction.bind(null, verdictId)}
            verdictId={verdictId}
            memberId={viewer?.id ?? null}
            nextPath={nextPath}
            here={appealPath(verdictId, nextPath)}
            isAlone
          />
        </ClientMessages>
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
