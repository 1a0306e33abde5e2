"use client";

import { useTranslations } from "next-intl";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { NoticeBox } from "@/components/ui/notice-box";
import { SubmitButton } from "@/components/form/submit-button";
import { sendVerificationAction } from "@/lib/auth/email/actions";
import { useAccountErrors } from "./use-account-errors";

export function VerifyEmailForm() {
  const t = useTranslations("settings.email");
  const { state, problem, formProps } = useForm(sendVerificationAction);
  const errors = useAccountErrors(state);

  return (
    <form {...formProps} className="grid justify-items-start gap-3">
      <NotSent problem={problem} />
      {!problem && errors.form && <NoticeBox kind="alert">{errors.form}</NoticeBox>}
      {state.isDone && <NoticeBox kind="done">{t("sent")}</NoticeBox>}
      <SubmitButton variant="secondary">{t("send")}</SubmitButton>
    </form>
  );
}
