"use client";

import { useTranslations } from "next-intl";
import { NotSent } from "@/components/form/not-sent";
import { useForm } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { undoWarningAction } from "@/lib/review/warning/actions";

export function UndoWarning({ warningId, of }: { warningId: string; of: string }) {
  const t = useTranslations("measures.warnings");
  const { state, problem, isPending, formProps } = useForm(undoWarningAction);
  return (
    <form {...formProps} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="warningId" value={warningId} />
      <Button
        type="submit"
        variant="quiet"
        size="sm"
        pending={isPending}
        className="underline underline-offset-4"
      >
        {t("undo")}
        <span className="sr-only"> ({of})</span>
      </Button>
      <NotSent problem={problem} />
      {!problem && state.error && (
        <p role="alert" className="text-sm text-danger">
          {t(`errors.${state.error}`)}
        </p>
      )}
    </form>
  );
}
