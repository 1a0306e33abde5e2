import { useTranslations } from "next-intl";
import { textLang } from "@/components/ui/text-lang";
import { type OwnReview, isAsked } from "@/lib/review/own-reviews";

export function AppealSoFar({ appeal }: { appeal: NonNullable<OwnReview["appeal"]> }) {
  const t = useTranslations("review.appeal");
  const { outcome, answer, text: mine, messages } = appeal;
  const waitsForAuthor = isAsked(appeal);
  return (
    <div className="grid gap-2">
      <p role="status" className="font-semibold">
        {t(waitsForAuthor ? "asked" : (outcome ?? "sent"))}
      </p>
      {!outcome && <p className="text-sm text-ink-soft">{t(waitsForAuthor ? "askedText" : "sentText")}</p>}
      <dl className="grid gap-2">
        {answer && <Said name={t("answer")} text={answer} />}
        <Said name={t("mine")} text={mine} />
        {messages.map(({ id, isFromModerator, text }) => (
          <Said key={id} name={t(isFromModerator ? "question" : "myAnswer")} text={text} />
        ))}
      </dl>
    </div>
  );
}

function Said({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-faint">{name}</dt>
      <dd lang={textLang(text)} dir="auto" className="leading-relaxed whitespace-pre-line wrap-anywhere">
        {text}
      </dd>
    </div>
  );
}
