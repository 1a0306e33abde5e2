"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { NoticeBox } from "@/components/ui/notice-box";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { resetPasswordAction } from "@/lib/auth/reset/actions";
import { useAccountErrors } from "./use-account-errors";

export function NewPasswordForm({ token }: { token: string }) {
  const t = useTranslations();
  const { state, problem, formProps } = useForm(resetPasswordAction);
  const errors = useAccountErrors(state);

  return (
    <form {...formProps} noValidate className="grid gap-5">
      <NotSent problem={problem} />
      {!problem && errors.form && (
        <NoticeBox
          kind="alert"
          action={
            <Link href="/reset" className="underline underline-offset-4">
              {t("auth.reset.again")}
            </Link>
          }
        >
          {errors.form}
        </NoticeBox>
      )}
      <input type="hidden" name="token" value={token} />
      <PasswordField
        name="password"
        autoComplete="new-password"
        required
        label={t("auth.reset.newPassword")}
        hint={t("account.passwordHint")}
        error={errors.field("password")}
      />
      <SubmitButton size="lg">{t("auth.reset.newSubmit")}</SubmitButton>
    </form>
  );
}
