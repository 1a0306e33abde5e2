import { useFormatter, useTranslations } from "next-intl";
import type { ItemRevision } from "@/lib/review/desk/item-data";
import { diffTexts } from "@/lib/review/desk/item-diff";
import { visibleText } from "@/lib/written-text";
import { ItemSection } from "./item-section";

/** How the text came to be what it is: each edit, laid over the text before it. The newest first. */
export function ItemRevisions({ revisions }: { revisions: ItemRevision[] }) {
  const t = useTranslations("moderation");
  const format = useFormatter();
  if (revisions.length < 2) return null;
  const edits = revisions.slice(1).map((after, at) => ({ before: revisions[at]!, after }));
  return (
    <ItemSection id="revisions-title" title={t("revisions.title")}>
      {edits.toReversed().map(({ before, after }, at) => (
        <details key={after.id} open={at === 0}>
          <summary className="flex min-h-11 flex-wrap items-center gap-x-2 text-sm">
            <span className="font-medium">
              {t("revisions.changes", { before: before.number, after: after.number })}
            </span>
            <span className="text-ink-faint">
              {t(`status.${after.status}`)} · {format.dateTime(after.createdAt, { dateStyle: "medium" })}
            </span>
          </summary>
          {before.stars !== after.stars && (
            <p className="text-sm text-ink-soft">
              {t("revisions.stars", { before: before.stars, after: after.stars })}
            </p>
          )}
          <Difference before={before} after={after} />
        </details>
      ))}
    </ItemSection>
  );
}

function Difference({ before, after }: { before: ItemRevision; after: ItemRevision }) {
  const t = useTranslations("moderation.revisions");
  return (
    <p
      lang={after.locale}
      dir="auto"
      className="text-[0.9375rem] leading-relaxed whitespace-pre-line wrap-anywhere"
    >
      {diffTexts(visibleText(before.body), visibleText(after.body)).map(({ text, change }, index) => {
        // Pieces of one text: their place is all they are. Few readers say <ins> and <del> out loud.
        if (change === "same") return <span key={index}>{text}</span>;
        const said = <span className="sr-only">{t(change)} </span>;
        return change === "added" ? (
          <ins
            key={index}
            className="rounded-sm bg-tone-t-soft px-0.5 text-tone-t decoration-1 underline-offset-3"
          >
            {said}
            {text}
          </ins>
        ) : (
          <del key={index} className="rounded-sm bg-danger-soft px-0.5 text-danger">
            {said}
            {text}
          </del>
        );
      })}
    </p>
  );
}
