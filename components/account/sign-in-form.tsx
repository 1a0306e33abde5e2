"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { NoticeBox } from "@/components/ui/notice-box";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { useFirstErrorFocus } from "@/components/ui/use-first-error-focus";
import { signInAction } from "@/lib/auth/actions";
import { useAccountErrors } from "./use-account-errors";

export function SignInForm({ nextPath }: { nextPath: string }) {
  const t = useTranslations();
  const [state, action] = useActionState(signInAction, {});
  const errors = useAccountErrors(state);
  const form = useFirstErrorFocus(state);

  return (
    <form ref={form} action={action} noValidate className="grid gap-5">
      {errors.form && <NoticeBox kind="alert">{errors.form}</NoticeBox>}
      <input type="hidden" name="next" value={nextPath} />
      <TextField
        name="email"
        type="email"
        autoComplete="username webauthn"
        inputMode="email"
        required
        label={t("account.email")}
        error={errors.field("email")}
        defaultValue={state.values?.email}
      />
      <PasswordField
        name="password"
        autoComplete="current-password"
        required
        label={t("account.password")}
        error={errors.field("password")}
      />
      <SubmitButton size="lg" className="mt-1">
        {t("auth.signIn.submit")}
      </SubmitButton>
    </form>
  );
}
