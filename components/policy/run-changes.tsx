import { useLocale, useTranslations } from "next-intl";
import { ReviewText } from "@/components/review/review-text";
import { Icon } from "@/components/ui/icon";
import type { Rule } from "@/lib/moderation/policy/rules";
import type { RunChange } from "@/lib/review/policy-run/list";

export function RunChanges({ changes, rules }: { changes: RunChange[]; rules: Rule[] }) {
  const t = useTranslations("policy.run");
  const locale = useLocale();
  const titles = new Map(rules.map(({ id, wording }) => [id, wording[locale].title]));
  const said = (decision: RunChange["before"], rule: string | null) =>
    decision === "REJECT" ? `${t(decision)} · ${(rule && titles.get(rule)) ?? t("noRule")}` : t(decision);
  return (
    <ol className="grid gap-4">
      {changes.map(({ position, revisionId, body, before, after, ruleBefore, ruleAfter, evidence }) => (
        <li key={revisionId} className="grid gap-3 rounded-sheet border border-line bg-sheet p-5">
          <h3 className="sr-only">{t("change", { number: position })}</h3>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
            <span className="text-ink-soft">{said(before, ruleBefore)}</span>
            <Icon name="chevronRight" className="size-4 text-ink-faint" />
            <strong className="font-semibold">{said(after, ruleAfter)}</strong>
          </p>
          <div className="measure">
            <ReviewText body={body} marked={evidence} />
          </div>
        </li>
      ))}
    </ol>
  );
}
