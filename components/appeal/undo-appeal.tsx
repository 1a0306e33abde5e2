"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { NoticeBox } from "@/components/ui/notice-box";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoAction } from "@/lib/review/desk/actions";

/** Takes the answer to an appeal back, as if it had not been given. */
export function UndoAppeal({ actId, nextPath }: { actId: string; nextPath: string }) {
  const t = useTranslations("appeal");
  const [state, action] = useActionState(undoAction, {});
  return (
    <form action={action} className="grid gap-3">
      {state.error && <NoticeBox kind="alert">{t(`undoErrors.${state.error}`)}</NoticeBox>}
      <input type="hidden" name="actId" value={actId} />
      <input type="hidden" name="next" value={nextPath} />
      <SubmitButton variant="secondary" className="justify-self-start">
        {t("undo")}
      </SubmitButton>
    </form>
  );
}
