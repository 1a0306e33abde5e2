"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { NoticeBox } from "@/components/ui/notice-box";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/text-field";
import { requestResetAction } from "@/lib/auth/reset/actions";
import { useAccountErrors } from "./use-account-errors";

export function ResetRequestForm({ isDemo }: { isDemo: boolean }) {
  const t = useTranslations();
  const { state, problem, formProps } = useForm(requestResetAction);
  const errors = useAccountErrors(state);

  return (
    <form {...formProps} noValidate className="grid gap-5">
      <NotSent problem={problem} />
      {!problem && errors.form && <NoticeBox kind="alert">{errors.form}</NoticeBox>}
      {state.isDone && (
        <NoticeBox
          kind="done"
          action={
            isDemo && (
              <Link href="/dev/mail" className="underline underline-offset-4">
                {t("auth.reset.sentDemo")}
              </Link>
            )
          }
        >
          {t("auth.reset.sent", { email: state.values?.email ?? "" })}
        </NoticeBox>
      )}
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
      <SubmitButton size="lg">{t("auth.reset.submit")}</SubmitButton>
    </form>
  );
}
