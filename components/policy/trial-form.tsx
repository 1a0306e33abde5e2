"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { NoticeBox } from "@/components/ui/notice-box";
import { Segmented } from "@/components/ui/segmented";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { useFirstErrorFocus } from "@/components/ui/use-first-error-focus";
import { startTrialAction } from "@/lib/review/policy-run/actions";
import { trialSizes } from "@/lib/review/policy-run/schema";

/** Tries the draft on what was decided lately. */
export function TrialForm() {
  const t = useTranslations("policy");
  const [state, action] = useActionState(startTrialAction, {});
  const form = useFirstErrorFocus(state);
  return (
    <form ref={form} action={action} noValidate className="grid gap-4">
      {state.error && <NoticeBox kind="alert">{t(`start.${state.error}`)}</NoticeBox>}
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
