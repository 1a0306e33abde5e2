"use client";

import { useTranslations } from "next-intl";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { NoticeBox } from "@/components/ui/notice-box";
import { SubmitButton } from "@/components/form/submit-button";
import { confirmEmailAction } from "@/lib/auth/email/actions";
import { useAccountErrors } from "./use-account-errors";

/** A button, because mail scanners follow links. */
export function ConfirmEmailForm({ token }: { token: string }) {
  const t = useTranslations("auth.verify");
  const { state, problem, formProps } = useForm(confirmEmailAction);
  const errors = useAccountErrors(state);

  return (
    <form {...formProps} className="grid gap-5">
      <NotSent problem={problem} />
      {!problem && errors.form && <NoticeBox kind="alert">{errors.form}</NoticeBox>}
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="lg">{t("submit")}</SubmitButton>
    </form>
  );
}
