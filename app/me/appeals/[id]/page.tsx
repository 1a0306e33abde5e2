import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { AppealForm } from "@/components/review/appeal-form";
import { AppealedPage } from "@/components/review/appealed-page";
import { ClientMessages } from "@/components/shell/client-messages";
import { safeNextPath } from "@/lib/auth/next-path";
import { getViewer, requireViewer } from "@/lib/auth/viewer";
import { isFormPost } from "@/lib/web/form-post";
import { appealPath } from "@/lib/gym/gym-paths";
import { appealAction } from "@/lib/review/actions";
import { listOwnReviews } from "@/lib/review/own-reviews";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.appeal");
  return { title: t("title"), robots: { index: false } };
}

/**
 * The appeal's form on a separate page, where a browser without JavaScript sends it. A post without a session shows the
 * text again, but no review.
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

  const t = await getTranslations("review.appeal");
  return (
    <AppealedPage title={t("title")} review={review} nextPath={nextPath}>
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
    </AppealedPage>
  );
}
