import { useTranslations } from "next-intl";
import type { OwnReview } from "@/lib/review/own-reviews";
import { appealAction } from "@/lib/review/actions";
import { AppealForm } from "./appeal-form";

/** The author's answer to a rejection: the way to write one, or what became of it. */
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
    <div className="grid gap-2 rounded-control bg-sunk px-4 py-3.5 text-[0.9375rem]">
      <p role="status" className="font-semibold">
        {t(appeal.outcome ?? "sent")}
      </p>
      {!appeal.outcome && <p className="text-sm text-ink-soft">{t("sentText")}</p>}
      <dl className="grid gap-2">
        {appeal.answer && <Said name={t("answer")} text={appeal.answer} />}
        <Said name={t("mine")} text={appeal.text} />
      </dl>
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
