"use client";

import { useTranslations } from "next-intl";
import { useForm } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { NotSent } from "@/components/form/not-sent";
import { NoticeBox } from "@/components/ui/notice-box";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { signUpAction } from "@/lib/auth/actions";
import { TimeZoneInput } from "./time-zone-input";
import { useAccountErrors } from "./use-account-errors";

export function SignUpForm({ nextPath }: { nextPath: string }) {
  const t = useTranslations();
  const { state, problem, isPending, formProps } = useForm(signUpAction);
  const errors = useAccountErrors(state);

  return (
    <form {...formProps} noValidate className="grid gap-5">
      <NotSent problem={problem} />
      {!problem && errors.form && <NoticeBox kind="alert">{errors.form}</NoticeBox>}
      <input type="hidden" name="next" value={nextPath} />
      <TimeZoneInput />
      <TextField
        name="name"
        autoComplete="nickname"
        required
        label={t("account.name")}
        hint={t("account.nameHint")}
        error={errors.field("name")}
        defaultValue={state.values?.name}
      />
      <TextField
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        required
        label={t("account.email")}
        error={errors.field("email")}
        defaultValue={state.values?.email}
      />
      <PasswordField
        name="password"
        autoComplete="new-password"
        required
        label={t("account.password")}
        hint={t("account.passwordHint")}
        error={errors.field("password")}
      />
      <Button type="submit" size="lg" pending={isPending} className="mt-1">
        {t("auth.signUp.submit")}
      </Button>
    </form>
  );
}
