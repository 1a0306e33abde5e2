import { useTranslations } from "next-intl";
import { textLang } from "@/components/ui/text-lang";
import { foldAt } from "./fold-text";
import { highlight } from "./highlight";

/** What a review says, the end of a long one folded away; with the words that a decision rests on, all of it. */
export function ReviewText({ body, marked }: { body: string; marked?: string[] | undefined }) {
  const t = useTranslations("review.own");
  const fold = marked ? body.length : foldAt(body);
  const looks = "leading-relaxed whitespace-pre-line wrap-anywhere";

  return (
    <div lang={textLang(body)} dir="auto">
      <p className={looks}>
        {highlight(body.slice(0, fold), marked ?? []).map(({ text, isMarked }, index) =>
          isMarked ? (
            // Pieces of one text: their place is all they are.
            <mark
              key={index}
              className="rounded-sm bg-danger-soft px-0.5 text-danger-strong underline decoration-2 underline-offset-3"
            >
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </p>
      {fold < body.length && (
        <details className="group">
          <summary
            lang={undefined}
            className="inline-flex min-h-11 list-none items-center text-sm font-medium text-ink-soft underline underline-offset-4 group-open:hidden [&::-webkit-details-marker]:hidden"
          >
            {t("more")}
          </summary>
          <p className={looks}>{body.slice(fold).trimStart()}</p>
        </details>
      )}
    </div>
  );
}
