import { textLang } from "@/components/ui/text-lang";
import { withoutGaps } from "@/lib/written-text";
import { FoldedText } from "./folded-text";
import { highlight } from "./highlight";

/** Folds a long text. With marked words it is shown in full. */
export function ReviewText({ body, marked }: { body: string; marked?: string[] | undefined }) {
  if (!marked) return <FoldedText body={body} lang={textLang(body)} />;

  return (
    <p lang={textLang(body)} dir="auto" className="leading-relaxed whitespace-pre-line wrap-anywhere">
      {highlight(withoutGaps(body), marked.map(withoutGaps)).map(({ text, isMarked }, index) =>
        isMarked ? (
          // Pieces have no identity besides their position.
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
  );
}
