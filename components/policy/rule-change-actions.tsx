import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/form/submit-button";
import { restoreRuleAction } from "@/lib/moderation/policy/actions";
import type { Rule } from "@/lib/moderation/policy/rules";

export function RuleChangeActions({ rule: { id, wording }, seen }: { rule: Rule; seen: string }) {
  const t = useTranslations("policy.draft");
  const { title } = wording[useLocale()];
  return (
    <div className="flex flex-wrap gap-1">
      <ActionForm action={restoreRuleAction}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={seen} />
        <SubmitButton variant="quiet" aria-label={t("restoreLabel", { title })}>
          {t("restore")}
        </SubmitButton>
      </ActionForm>
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
