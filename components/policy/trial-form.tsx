"use client";

import { useTranslations } from "next-intl";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { NoticeBox } from "@/components/ui/notice-box";
import { Segmented } from "@/components/ui/segmented";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/text-field";
import { startTrialAction } from "@/lib/review/policy-run/actions";
import { trialSizes } from "@/lib/review/policy-run/schema";

export function TrialForm() {
  const t = useTranslations("policy");
  const { state, problem, formProps } = useForm(startTrialAction);
  return (
    <form {...formProps} noValidate className="grid gap-4">
      <NotSent problem={problem} />
      {!problem && state.error && <NoticeBox kind="alert">{t(`start.${state.error}`)}</NoticeBox>}
      <Segmented
        legend={t("trial.size")}
        name="size"
        options={trialSizes.map((value) => ({ value, label: t("trial.sizeOf", { count: value }) }))}
        defaultValue={trialSizes.find((size) => size === state.values?.size) ?? "50"}
      />
      <TextField
        name="callBudget"
        inputMode="numeric"
        required
        label={t("trial.budget")}
        hint={t("trial.budgetHint")}
        error={state.fields?.callBudget && t("rejudge.errors.INVALID")}
        defaultValue={state.values?.callBudget ?? "30"}
        autoComplete="off"
      />
      <div>
        <SubmitButton variant="secondary">{t("trial.submit")}</SubmitButton>
      </div>
    </form>
  );
}
