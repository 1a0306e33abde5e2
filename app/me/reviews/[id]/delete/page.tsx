import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { MessagePage } from "@/components/shell/message-page";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/form/submit-button";
import { safeNextPath } from "@/lib/auth/next-path";
import { requireViewer } from "@/lib/auth/viewer";
import { deleteReviewAction } from "@/lib/review/actions";
import { localText } from "@/lib/gym/local-text";
import { listOwnReviews } from "@/lib/review/own-reviews";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.delete");
  return { title: t("title") };
}

/** The confirmation for a browser without JavaScript. */
export default async function DeleteReviewPage({
  params,
  searchParams,
}: PageProps<"/me/reviews/[id]/delete">) {
  const viewer = await requireViewer();
  const [{ id }, { next = "/me/reviews" }, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations("review.delete"),
    getLocale(),
  ]);
  const review = (await listOwnReviews(viewer.id)).find(({ reviewId }) => reviewId === id);
  if (!review) notFound();

  const nextPath = safeNextPath(next);
  const { gym, trainer } = review;
  const name = [gym, trainer].map((one) => one && localText(locale, one.name, one.nameEn)).filter(Boolean);
  return (
    <MessagePage
      title={t("title")}
      action={
        <ActionForm action={deleteReviewAction.bind(null, id)} className="contents">
          <input type="hidden" name="next" value={nextPath} />
          <LinkButton href={nextPath} variant="secondary">
            {t("cancel")}
          </LinkButton>
          <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
        </ActionForm>
      }
    >
      {t("what", { name: name.join(" · ") })}
      {(review.isReported || review.isRewritten) && ` ${t("reported")}`}
    </MessagePage>
  );
}
