import { useTranslations } from "next-intl";
import { MemberNotes } from "@/components/people/notes/member-notes";
import { SuspensionControls } from "@/components/people/suspension-controls";
import { WarnForm } from "@/components/people/warnings/warn-form";
import { Warnings } from "@/components/people/warnings/warnings";
import type { Viewer } from "@/lib/auth/viewer";
import { localDate } from "@/lib/time/local-date";
import type { ItemAuthor } from "@/lib/review/desk/item-author";
import type { QueueItem } from "@/lib/review/desk/item-data";
import { ItemSection } from "./item-section";
import type { ShownRule } from "./rule-choice";

const summaryLook =
  "inline-flex min-h-11 cursor-pointer items-center text-[0.9375rem] text-ink-soft underline underline-offset-4 hover:text-ink";

/**
 * Notes and warnings about the author, and what can be done about them: a note, a warning and, for admins, a suspension. Nothing
 * for the author themselves.
 */
export function ItemMeasures({
  item: { authorId, revision },
  author: { notes, warnings, noReviewsUntil },
  viewer,
  rules,
  nameOf,
}: {
  item: QueueItem;
  author: ItemAuthor;
  viewer: Viewer;
  rules: ShownRule[];
  nameOf: (category: string | null) => string;
}) {
  const t = useTranslations("measures");
  if (authorId === viewer.id) return null;
  const isWarned = warnings.some(({ revisionId, undoneAt }) => revisionId === revision.id && !undoneAt);

  return (
    <>
      <ItemSection id="notes-title" title={t("notes.title")}>
        <MemberNotes memberId={authorId} notes={notes} keyName="d" />
      </ItemSection>
      <ItemSection id="warnings-title" title={t("warnings.title")}>
        <Warnings warnings={warnings} titleOf={nameOf} />
        {!isWarned && (
          <details>
            <summary className={summaryLook}>{t("warnings.open")}</summary>
            <WarnForm key={revision.id} revisionId={revision.id} rules={rules} />
          </details>
        )}
        {viewer.role === "ADMIN" && (
          <details>
            <summary className={summaryLook}>{t("suspension.open")}</summary>
            <div className="grid gap-3">
              <SuspensionControls
                memberId={authorId}
                until={noReviewsUntil}
                today={localDate(viewer.timeZone)}
                rules={rules}
              />
            </div>
          </details>
        )}
      </ItemSection>
    </>
  );
}
