"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { NoticeBox } from "@/components/ui/notice-box";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { useFirstErrorFocus } from "@/components/ui/use-first-error-focus";
import { publishPolicyAction } from "@/lib/moderation/policy-actions";

/** Makes the draft the policy in force. The note is what keeps a slip of the hand from doing it. */
export function PublishForm({ seen, version }: { seen: string; version: number }) {
  const t = useTranslations("policy");
  const [state, action] = useActionState(publishPolicyAction, {});
  const form = useFirstErrorFocus(state);
  return (
    <form ref={form} action={action} noValidate className="grid gap-4">
      {state.error && <NoticeBox kind="alert">{t(`publish.${state.error}`)}</NoticeBox>}
      <input type="hidden" name="seen" value={seen} />
      <TextAreaField
        name="note"
        required
        label={t("publish.note")}
        hint={t("publish.noteHint")}
        error={state.fields?.note && t(`errors.${state.fields.note}`)}
        defaultValue={state.values?.note}
        rows={3}
      />
      <div>
        <SubmitButton>{t("publish.submit", { version })}</SubmitButton>
      </div>
    </form>
  );
}
