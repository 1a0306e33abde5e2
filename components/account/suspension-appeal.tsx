import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { appealSuspensionAction } from "@/lib/account/actions";
import { maxAppealChars } from "@/lib/account/suspension-schema";

export function SuspensionAppeal({ appeal }: { appeal: { text: string; answer: string | null } | null }) {
  const t = useTranslations("suspended");
  if (!appeal)
    return (
      <ActionForm action={appealSuspensionAction} className="grid gap-4">
        <TextAreaField
          name="text"
          label={t("appealLabel")}
          hint={t("appealHint")}
          required
          rows={5}
          maxLength={maxAppealChars}
        />
        <SubmitButton className="justify-self-start">{t("appealSubmit")}</SubmitButton>
      </ActionForm>
    );
  return (
    <dl className="grid gap-4">
      <div>
        <dt className="text-sm text-ink-faint">{t("sent")}</dt>
        <dd dir="auto" className="leading-relaxed wrap-anywhere whitespace-pre-line">
          {appeal.text}
        </dd>
      </div>
      <div>
        <dt className="text-sm text-ink-faint">{t("answer")}</dt>
        <dd dir="auto" className="leading-relaxed wrap-anywhere whitespace-pre-line">
          {appeal.answer ?? t("waiting")}
        </dd>
      </div>
    </dl>
  );
}
