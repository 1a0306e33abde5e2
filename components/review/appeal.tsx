import { useTranslations } from "next-intl";
import type { OwnReview } from "@/lib/review/own-reviews";
import { MessageForm } from "@/components/appeal/message-form";
import { useMessageWords } from "@/components/appeal/message-words";
import { appealAction } from "@/lib/review/actions";
import { answerModeratorAction } from "@/lib/review/desk/appeal-messages-actions";
import { AppealForm } from "./appeal-form";

/** The author's answer to a rejection: the way to write one, what was asked about it, and what became of it. */
export function Appeal({
  review: { appeal, canAppeal, reasons },
  memberId,
  nextPath,
}: {
  review: OwnReview;
  memberId: string;
  nextPath: string;
}) {
  const t = useTranslations("review.appeal");
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

  const isAsked = !appeal.outcome && appeal.messages.at(-1)?.isFromModerator === true;
  return (
    <div className="grid gap-4 rounded-control bg-sunk px-4 py-3.5 text-[0.9375rem]">
      <div className="grid gap-2">
        <p role="status" className="font-semibold">
          {t(isAsked ? "asked" : (appeal.outcome ?? "sent"))}
        </p>
        {!appeal.outcome && <p className="text-sm text-ink-soft">{t(isAsked ? "askedText" : "sentText")}</p>}
        <dl className="grid gap-2">
          {appeal.answer && <Said name={t("answer")} text={appeal.answer} />}
          <Said name={t("mine")} text={appeal.text} />
          {appeal.messages.map(({ id, isFromModerator, text }) => (
            <Said key={id} name={t(isFromModerator ? "question" : "myAnswer")} text={text} />
          ))}
        </dl>
      </div>
      {isAsked && (
        <MessageForm
          action={answerModeratorAction}
          words={words}
          appealId={appeal.id}
          memberId={memberId}
          nextPath={nextPath}
        />
      )}
    </div>
  );
}

function Said({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-faint">{name}</dt>
      <dd className="leading-relaxed whitespace-pre-line wrap-anywhere">{text}</dd>
    </div>
  );
}
