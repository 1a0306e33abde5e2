"use client";

import { useTranslations } from "next-intl";
import { NotSent } from "@/components/form/not-sent";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm } from "@/components/form/use-form";
import { NoticeBox } from "@/components/ui/notice-box";
import { SelectField } from "@/components/ui/select-field";
import { warnAuthorAction } from "@/lib/review/warning/actions";

/** Warns the author of a text by a rule: they read the rule's own words. */
export function WarnForm({
  revisionId,
  rules,
}: {
  revisionId: string;
  rules: { id: string; title: string }[];
}) {
  const t = useTranslations("measures.warnings");
  const { state, problem, formProps } = useForm(warnAuthorAction);
  const error = state.fields?.rule;
  const refusal =
    state.form && (state.by ? t("errors.WARNED_BY", { name: state.by }) : t(`errors.${state.form.error}`));
  return (
    <form {...formProps} className="grid gap-3">
      <NotSent problem={problem} />
      {!problem && refusal && <NoticeBox kind="alert">{refusal}</NoticeBox>}
      <input type="hidden" name="revisionId" value={revisionId} />
      <SelectField
        name="rule"
        label={t("rule")}
        hint={t("ruleHint")}
        error={error && t(`errors.${error}`)}
        defaultValue=""
        required
      >
        <option value="" disabled>
          {t("choose")}
        </option>
        {rules.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      <SubmitButton variant="danger" className="justify-self-start">
        {t("warn")}
      </SubmitButton>
    </form>
  );
}
