import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { restoreRuleAction } from "@/lib/moderation/policy-actions";
import type { Rule } from "@/lib/moderation/policy";

/** For a rule that the draft changes: take the change back, or go on with it. */
export function RuleChangeActions({ rule: { id, wording }, seen }: { rule: Rule; seen: string }) {
  const t = useTranslations("policy.draft");
  const { title } = wording[useLocale()];
  return (
    <div className="flex flex-wrap gap-1">
      <form action={restoreRuleAction}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={seen} />
        <SubmitButton variant="quiet" aria-label={t("restoreLabel", { title })}>
          {t("restore")}
        </SubmitButton>
      </form>
      <LinkButton
        href={`/admin/policy/draft/${id}`}
        variant="secondary"
        aria-label={t("editLabel", { title })}
      >
        {t("edit")}
      </LinkButton>
    </div>
  );
}
