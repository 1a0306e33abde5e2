"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { NoticeBox } from "@/components/ui/notice-box";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/text-field";
import { startRejudgeAction } from "@/lib/review/policy-run/actions";

/** Matching gyms in the error; a longer name narrows them down. */
const maxTold = 5;

export function RejudgeForm({
  today,
  rules,
  gyms,
}: {
  /** In the admin's time zone, as `YYYY-MM-DD`. */
  today: string;
  rules: { id: string; title: string }[];
  /** Suggestions only: any gym is found by its name. */
  gyms: string[];
}) {
  const t = useTranslations("policy");
  const { state, problem, formProps } = useForm(startRejudgeAction);
  const listId = useId();
  const suggested = new Set([...(state.gyms ?? []), ...gyms]);
  const field = (name: string, saved = "") => ({
    name,
    autoComplete: "off",
    error:
      state.fields?.[name] &&
      t(`rejudge.errors.${state.fields[name]}`, {
        gyms: state.gyms?.slice(0, maxTold).join(", ") ?? "",
      }),
    defaultValue: state.values?.[name] ?? saved,
  });
  return (
    <form {...formProps} noValidate className="grid gap-4">
      <NotSent problem={problem} />
      {!problem && state.error && <NoticeBox kind="alert">{t(`start.${state.error}`)}</NoticeBox>}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          {...field("from", today)}
          type="date"
          required
          label={t("rejudge.from")}
          hint={t("rejudge.days")}
        />
        <TextField {...field("to", today)} type="date" required label={t("rejudge.to")} />
        {/* React does not update the default of an existing select: a new key recreates it with the chosen value. */}
        <SelectField key={state.values?.rule ?? ""} {...field("rule")} label={t("rejudge.rule")}>
          <option value="">{t("rejudge.anyRule")}</option>
          {rules.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
        <div>
          {/* With autoComplete="off" some browsers hide the datalist too. */}
          <TextField
            {...field("gym")}
            autoComplete={undefined}
            list={listId}
            label={t("rejudge.gym")}
            hint={t("rejudge.gymHint")}
          />
          <datalist id={listId}>
            {[...suggested].map((gym) => (
              <option key={gym}>{gym}</option>
            ))}
          </datalist>
        </div>
        <TextField
          {...field("callBudget", "100")}
          inputMode="numeric"
          required
          label={t("rejudge.budget")}
          hint={t("rejudge.budgetHint")}
        />
      </div>
      <div>
        <SubmitButton variant="secondary">{t("rejudge.submit")}</SubmitButton>
      </div>
    </form>
  );
}
