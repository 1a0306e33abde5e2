import { useFormatter, useTranslations } from "next-intl";
import type { Warning } from "@/lib/review/warning/warn-author";
import { UndoWarning } from "./undo-warning";

/** What a member was warned for, with what was undone. Its forms need the namespace "measures". */
export function Warnings({
  warnings,
  titleOf,
}: {
  warnings: Warning[];
  /** Of a rule. */
  titleOf: (rule: string) => string;
}) {
  const t = useTranslations("measures.warnings");
  const format = useFormatter();
  if (warnings.length === 0) return <p className="text-sm text-ink-faint">{t("none")}</p>;
  return (
    <ul className="grid gap-2">
      {warnings.map(({ id, rule, createdAt, undoneAt, moderatorName }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-2 text-[0.9375rem]">
          <span className={`min-w-0 wrap-anywhere ${undoneAt ? "text-ink-faint line-through" : ""}`}>
            {titleOf(rule)}
          </span>
          <span className="text-sm text-ink-faint">
            {[
              moderatorName ?? t("formerMember"),
              format.dateTime(createdAt, { dateStyle: "medium" }),
              ...(undoneAt ? [t("undone")] : []),
            ].join(" · ")}
          </span>
          {!undoneAt && <UndoWarning warningId={id} of={titleOf(rule)} />}
        </li>
      ))}
    </ul>
  );
}
