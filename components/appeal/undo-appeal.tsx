"use client";

import { useTranslations } from "next-intl";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { NoticeBox } from "@/components/ui/notice-box";
import { SubmitButton } from "@/components/form/submit-button";
import { undoAction } from "@/lib/review/desk/actions";

export function UndoAppeal({ actId, nextPath }: { actId: string; nextPath: string }) {
  const t = useTranslations("appeal");
  const { state, problem, formProps } = useForm(undoAction);
  return (
    <form {...formProps} className="grid gap-3">
      <NotSent problem={problem} />
      {!problem && state.error && <NoticeBox kind="alert">{t(`undoErrors.${state.error}`)}</NoticeBox>}
      <input type="hidden" name="actId" value={actId} />
      <input type="hidden" name="next" value={nextPath} />
      <SubmitButton variant="secondary" className="justify-self-start">
        {t("undo")}
      </SubmitButton>
    </form>
  );
}
