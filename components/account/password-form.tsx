"use client";

import { useTranslations } from "next-intl";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { NoticeBox } from "@/components/ui/notice-box";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { changePasswordAction } from "@/lib/account/actions";
import { useAccountErrors } from "./use-account-errors";

export function PasswordForm() {
  const t = useTranslations();
  const { state, problem, formProps } = useForm(changePasswordAction);
  const errors = useAccountErrors(state);

  return (
    <form {...formProps} noValidate className="grid gap-5">
      <NotSent problem={problem} />
      {!problem && errors.form && <NoticeBox kind="alert">{errors.form}</NoticeBox>}
      {state.isDone && <NoticeBox kind="done">{t("settings.password.done")}</NoticeBox>}
      <PasswordField
        name="currentPassword"
        autoComplete="current-password"
        required
        label={t("settings.password.current")}
        error={errors.field("currentPassword")}
      />
      <PasswordField
        name="password"
        autoComplete="new-password"
        required
        label={t("settings.password.new")}
        hint={t("account.passwordHint")}
        error={errors.field("password")}
      />
      <SubmitButton variant="secondary" className="justify-self-start">
        {t("settings.password.submit")}
      </SubmitButton>
    </form>
  );
}
