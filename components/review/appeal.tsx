import { MessageForm } from "@/components/review/appeal-message-form";
import { useMessageWords } from "@/components/review/appeal-message-words";
import { appealAnswerPath } from "@/lib/gym/gym-paths";
import { appealAction } from "@/lib/review/actions";
import { answerModeratorAction } from "@/lib/review/appeal/actions";
import { type OwnReview, isAsked } from "@/lib/review/own-reviews";
import { AppealForm } from "./appeal-form";
import { AppealSoFar } from "./appeal-so-far";

export function Appeal({
  review: { appeal, canAppeal, reasons },
  memberId,
  nextPath,
}: {
  review: OwnReview;
  memberId: string;
  nextPath: string;
}) {
  const words = useMessageWords("author");
  if (!appeal) {
    if (!canAppeal || !reasons) return null;
    const { verdictId } = reasons;
    return (
      <AppealForm
        action={appealAction.bind(null, verdictId)}
        verdictId={verdictId}
        memberId={memberId}
        nextPath={nextPath}
      />
    );
  }

  return (
    <div className="grid gap-4 rounded-control bg-sunk px-4 py-3.5 text-[0.9375rem]">
      <AppealSoFar appeal={appeal} />
      {isAsked(appeal) && (
        <MessageForm
          action={answerModeratorAction}
          words={words}
          appealId={appeal.id}
          memberId={memberId}
          nextPath={nextPath}
          postedTo={appealAnswerPath(appeal.id, nextPath)}
        />
      )}
    </div>
  );
}
