"use client";

import { useTranslations } from "next-intl";
import { useForm } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { NotSent } from "@/components/form/not-sent";
import { NoticeBox } from "@/components/ui/notice-box";
import { TextAreaField } from "@/components/ui/text-area-field";
import { publishPolicyAction } from "@/lib/moderation/policy/actions";

/** The required note prevents publishing by accident. */
export function PublishForm({ seen, version }: { seen: string; version: number }) {
  const t = useTranslations("policy");
  const { state, problem, isPending, formProps } = useForm(publishPolicyAction);
  return (
    <form {...formProps} noValidate className="grid gap-4">
      <NotSent problem={problem} />
      {!problem && state.error && <NoticeBox kind="alert">{t(`publish.${state.error}`)}</NoticeBox>}
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
        <Button type="submit" pending={isPending}>
          {t("publish.submit", { version })}
        </Button>
      </div>
    </form>
  );
}
