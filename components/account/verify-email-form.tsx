"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { NoticeBox } from "@/components/ui/notice-box";
import { SubmitButton } from "@/components/ui/submit-button";
import { sendVerificationAction } from "@/lib/auth/email/actions";
import { useAccountErrors } from "./use-account-errors";

/** Mails the link for the member's own address once more. */
export function VerifyEmailForm() {
  const t = useTranslations("settings.email");
  const [state, action] = useActionState(sendVerificationAction, {});
  const errors = useAccountErrors(state);

  return (
    <form action={action} className="grid justify-items-start gap-3">
      {errors.form && <NoticeBox kind="alert">{errors.form}</NoticeBox>}
      {state.isDone && <NoticeBox kind="done">{t("sent")}</NoticeBox>}
      <SubmitButton variant="secondary">{t("send")}</SubmitButton>
    </form>
  );
}
