"use client";

import { useTranslations } from "next-intl";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { buttonStyles } from "@/components/ui/button-styles";
import { NoticeBox } from "@/components/ui/notice-box";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/text-field";
import { changeEmailAction } from "@/lib/auth/email/actions";
import { NeedsProof } from "./needs-proof";
import { useAccountErrors } from "./use-account-errors";

export function ChangeEmailForm() {
  const t = useTranslations("settings.email");
  const { state, problem, formProps } = useForm(changeEmailAction);
  const errors = useAccountErrors(state);

  return (
    <details open={state.fields || state.form || state.isDone ? true : undefined} className="group">
      <summary className={buttonStyles({ variant: "secondary", className: "list-none group-open:hidden" })}>
        {t("change")}
      </summary>
      <form {...formProps} noValidate className="grid gap-5">
        <NotSent problem={problem} />
        {!problem && errors.form && (
          <NoticeBox
            kind="alert"
            action={state.form?.error === "NEEDS_PROOF" && <NeedsProof anchor="email" />}
          >
            {errors.form}
          </NoticeBox>
        )}
        {state.isDone && (
          <NoticeBox kind="done">{t("changeSent", { email: state.values?.email ?? "" })}</NoticeBox>
        )}
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          inputMode="email"
          required
          label={t("new")}
          error={errors.field("email")}
          defaultValue={state.values?.email}
        />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("changeSubmit")}
        </SubmitButton>
      </form>
    </details>
  );
}
