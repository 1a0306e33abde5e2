"use client";

import { useTranslations } from "next-intl";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { Segmented } from "@/components/ui/segmented";
import { SubmitButton } from "@/components/form/submit-button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { suspendReviewingAction } from "@/lib/account/people-actions";
import { suspensionEnds } from "@/lib/account/people-schema";

export function SuspensionForm({
  memberId,
  isSuspended,
  today,
  rules,
}: {
  memberId: string;
  isSuspended: boolean;
  /** `2026-11-21` */
  today: string;
  rules: { id: string; title: string }[];
}) {
  const t = useTranslations("measures.suspension");
  const { state, problem, formProps } = useForm(suspendReviewingAction);
  const error = state.fields?.until ?? state.fields?.for;
  const chosen = suspensionEnds.find((end) => end === state.values?.for) ?? "7";

  return (
    <form {...formProps} noValidate className="grid max-w-110 gap-4">
      <NotSent problem={problem} />
      <input type="hidden" name="memberId" value={memberId} />
      <Segmented
        // A new element for another default after an error, because a post without script shows what was chosen.
        key={chosen}
        legend={t("for")}
        name="for"
        defaultValue={chosen}
        options={suspensionEnds.map((end) => ({ value: end, label: t(`ends.${end}`) }))}
      />
      <TextField
        type="date"
        name="until"
        label={t("date")}
        hint={t("dateHint")}
        error={error && t(`errors.${error}`)}
        min={today}
        defaultValue={state.values?.until}
      />
      <SelectField
        name="rule"
        label={t("reason")}
        hint={t("reasonHint")}
        error={state.fields?.rule && t(`errors.${state.fields.rule}`)}
        defaultValue={state.values?.rule}
      >
        <option value="">{t("noReason")}</option>
        {rules.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      <SubmitButton variant="danger" className="justify-self-start">
        {t(isSuspended ? "change" : "suspend")}
      </SubmitButton>
    </form>
  );
}
