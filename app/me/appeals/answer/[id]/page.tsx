import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { MessageForm } from "@/components/review/appeal-message-form";
import { useMessageWords } from "@/components/review/appeal-message-words";
import { AppealSoFar } from "@/components/review/appeal-so-far";
import { AppealedPage } from "@/components/review/appealed-page";
import { ClientMessages } from "@/components/shell/client-messages";
import { safeNextPath } from "@/lib/auth/next-path";
import { getViewer, requireViewer } from "@/lib/auth/viewer";
import { isFormPost } from "@/lib/web/form-post";
import { appealAnswerPath } from "@/lib/gym/gym-paths";
import { answerModeratorAction } from "@/lib/review/appeal/actions";
import { isAsked, listOwnReviews } from "@/lib/review/own-reviews";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.appeal");
  return { title: t("answerTitle"), robots: { index: false } };
}

/** The answer's form on a separate page, where a browser without JavaScript sends it, with or without a session. */
export default async function AppealAnswerPage({
  params,
  searchParams,
}: PageProps<"/me/appeals/answer/[id]">) {
  const [{ id: appealId }, { next = "/me/reviews" }, isPost] = await Promise.all([
    params,
    searchParams,
    isFormPost(),
  ]);
  const viewer = isPost ? await getViewer() : await requireViewer();
  const review = viewer && (await listOwnReviews(viewer.id)).find(({ appeal }) => appeal?.id === appealId);
  const nextPath = safeNextPath(next);
  if (!isPost && !(review?.appeal && isAsked(review.appeal))) redirect(nextPath);

  const t = await getTranslations("review.appeal");
  return (
    <AppealedPage title={t("answerTitle")} review={review} nextPath={nextPath}>
      {review?.appeal && <AppealSoFar appeal={review.appeal} />}
      <ClientMessages>
        <AnswerForm appealId={appealId} memberId={viewer?.id ?? null} nextPath={nextPath} />
      </ClientMessages>
    </AppealedPage>
  );
}

function AnswerForm({
  appealId,
  memberId,
  nextPath,
}: {
  appealId: string;
  memberId: string | null;
  nextPath: string;
}) {
  const words = useMessageWords("author");
  return (
    <MessageForm
      action={answerModeratorAction}
      words={words}
      appealId={appealId}
      memberId={memberId}
      nextPath={nextPath}
      postedTo={appealAnswerPath(appealId, nextPath)}
    />
  );
}
