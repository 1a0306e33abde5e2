"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { NoticeBox } from "@/components/ui/notice-box";
import { SubmitButton } from "@/components/ui/submit-button";
import { confirmEmailAction } from "@/lib/auth/email/actions";
import { useAccountErrors } from "./use-account-errors";

/** A button, since programs that look through mail follow links by themselves. */
export function ConfirmEmailForm({ token }: { token: string }) {
  const t = useTranslations("auth.verify");
  const [state, action] = useActionState(confirmEmailAction, {});
  const errors = useAccountErrors(state);

  return (
    <form action={action} className="grid gap-5">
      {errors.form && <NoticeBox kind="alert">{errors.form}</NoticeBox>}
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="lg">{t("submit")}</SubmitButton>
    </form>
  );
}
