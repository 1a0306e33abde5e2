"use client";

import { useTranslations } from "next-intl";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { NoticeBox } from "@/components/ui/notice-box";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { provePasswordAction } from "@/lib/auth/proof/actions";
import { useAccountErrors } from "./use-account-errors";

export function ProvePasswordForm({ email, nextPath }: { email: string; nextPath: string }) {
  const t = useTranslations();
  const { state, problem, formProps } = useForm(provePasswordAction);
  const errors = useAccountErrors(state);

  return (
    <form {...formProps} noValidate className="grid gap-5">
      <NotSent problem={problem} />
      {!problem && errors.form && <NoticeBox kind="alert">{errors.form}</NoticeBox>}
      <input type="hidden" name="next" value={nextPath} />
      {/* Password managers look for the user name. */}
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      <PasswordField
        name="password"
        autoComplete="current-password"
        required
        label={t("account.password")}
        error={errors.field("password")}
      />
      <SubmitButton size="lg">{t("auth.proof.submit")}</SubmitButton>
    </form>
  );
}
