import { useTranslations } from "next-intl";
import { withoutGaps } from "@/lib/written-text";
import { foldAt, inCard } from "./fold-text";

export function FoldedText({
  body,
  lang,
  fold = inCard,
  className = "leading-relaxed",
}: {
  body: string;
  lang: string;
  fold?: typeof inCard;
  className?: string;
}) {
  const t = useTranslations("review.own");
  const text = withoutGaps(body);
  const end = foldAt(text, fold);
  const looks = "whitespace-pre-line wrap-anywhere";
  const more = text.slice(end).trim();

  return (
    <div className={className}>
      <p lang={lang} dir="auto" className={looks}>
        {text.slice(0, end).trimEnd()}
      </p>
      {more && (
        <details className="group">
          <summary className="inline-flex min-h-11 list-none items-center text-sm font-medium text-ink-soft underline underline-offset-4 group-open:hidden [&::-webkit-details-marker]:hidden">
            {t("more")}
          </summary>
          <p lang={lang} dir="auto" className={looks}>
            {more}
          </p>
        </details>
      )}
    </div>
  );
}
