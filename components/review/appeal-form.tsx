"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { useFirstErrorFocus } from "@/components/ui/use-first-error-focus";
import { maxBodyChars, minBodyChars } from "@/lib/review/schema";
import { appealDraftKey } from "./form-draft";
import { FormProblem } from "./form-problem";
import { TextArea } from "./text-area";
import { useFieldErrors } from "./use-field-errors";
import { useFormDraft } from "./use-form-draft";
import { type FormAction, useSentForm } from "./use-sent-form";

/** Folded away until asked for, and unfolded when it comes back with something to say. */
export function AppealForm({
  action,
  verdictId,
  memberId,
  nextPath,
}: {
  action: FormAction;
  verdictId: string;
  memberId: string;
  nextPath: string;
}) {
  const t = useTranslations("review");
  const formId = `appeal-${verdictId}`;
  const { state, hasFailed, isPending, formProps } = useSentForm(action);
  const form = useFirstErrorFocus(state);
  const shown = { text: state.values?.text ?? "" };
  const { keeper, draft } = useFormDraft({
    form,
    formId,
    draftKey: appealDraftKey(verdictId),
    sent: { text: "" },
    shown,
    textName: "text",
  });
  const { errorOf, noteChange } = useFieldErrors(state);
  const error = errorOf("text");
  // Here it is the decision that is not found: it went with the review, or with an edit.
  const isGone = state.form?.error === "NOT_FOUND";
  const problem = useMemo(
    () => (isGone ? { ...state, form: { error: "NOT_APPEALABLE" as const } } : state),
    [isGone, state],
  );
  const isOpen = Boolean(state.fields || state.form || hasFailed || draft.restored);

  return (
    <details open={isOpen || undefined} className="group">
      <summary
        className={buttonStyles({
          variant: "secondary",
          className:
            "list-none group-open:-ml-4 group-open:border-transparent group-open:bg-transparent group-open:text-ink-soft [&::-webkit-details-marker]:hidden",
        })}
      >
        <span className="group-open:hidden">{t("appeal.open")}</span>
        <span className="hidden group-open:inline">{t("appeal.close")}</span>
      </summary>
      <form
        {...formProps}
        ref={form}
        id={formId}
        noValidate
        className="mt-2 grid gap-4"
        onInput={(event) => {
          keeper.keep();
          noteChange(event);
        }}
      >
        <FormProblem state={problem} hasFailed={hasFailed} here={nextPath} />
        <TextArea
          name="text"
          label={t("appeal.label")}
          hint={t("appeal.hint")}
          error={error && t(`errors.${error}`)}
          defaultValue={shown.text}
          text={draft.typed.text ?? ""}
          revision={draft.revision}
          rows={5}
          minChars={minBodyChars}
          maxChars={maxBodyChars}
        />
        <input type="hidden" name="member" value={memberId} />
        <input type="hidden" name="next" value={nextPath} />
        <Button type="submit" variant="secondary" pending={isPending} className="justify-self-start">
          {t("appeal.submit")}
        </Button>
      </form>
    </details>
  );
}
