"use client";

import { useTranslations } from "next-intl";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { Button } from "@/components/ui/button";
import { NoticeBox } from "@/components/ui/notice-box";
import { TextAreaField } from "@/components/ui/text-area-field";
import { decideAppealAction } from "@/lib/review/desk/actions";
import { maxAnswerChars, minAnswerChars } from "@/lib/review/decision/schema";

export function DecideAppealForm({
  appealId,
  seen,
  nextPath,
}: {
  appealId: string;
  seen: string;
  nextPath: string;
}) {
  const t = useTranslations("appeal");
  const { state, problem, isPending, formProps } = useForm(decideAppealAction);
  const limits = { min: minAnswerChars, max: maxAnswerChars };
  const error = state.fields?.answer;
  const refusal = state.form?.error ?? state.fields?.outcome;

  return (
    <form {...formProps} noValidate className="grid gap-4">
      <NotSent problem={problem} />
      {!problem && refusal && <NoticeBox kind="alert">{t(`errors.${refusal}`, limits)}</NoticeBox>}
      <input type="hidden" name="appealId" value={appealId} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="next" value={nextPath} />
      <TextAreaField
        name="answer"
        label={t("answer")}
        hint={t("answerHint", limits)}
        error={error && t(`errors.${error}`, limits)}
        defaultValue={state.values?.answer}
        rows={5}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="outcome" value="UPHELD" variant="secondary" pending={isPending}>
          {t("uphold")}
        </Button>
        <Button type="submit" name="outcome" value="OVERTURNED" variant="secondary" pending={isPending}>
          {t("overturn")}
        </Button>
      </div>
    </form>
  );
}
