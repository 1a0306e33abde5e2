"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import type { FormAction } from "@/lib/web/form-state";
import { appealPath } from "@/lib/gym/gym-paths";
import type { ReviewFormState } from "@/lib/review/schema";
import { maxBodyChars, minBodyChars } from "@/lib/review/text-limits";
import { appealDraftKey } from "@/components/form/form-draft";
import { FormProblem } from "./review-form-problem";
import { TextArea } from "@/components/form/text-area";
import { useFieldErrors } from "@/components/form/use-field-errors";
import { useFormDraft } from "@/components/form/use-form-draft";

/** Collapsed until opened. Open when the action returned an error. */
export function AppealForm({
  action,
  verdictId,
  memberId,
  nextPath,
  here = nextPath,
  isAlone = false,
}: {
  action: FormAction<ReviewFormState>;
  verdictId: string;
  /** Null only for a plain post without a session. */
  memberId: string | null;
  nextPath: string;
  /** The page of the form, when it differs from `nextPath`. */
  here?: string;
  /** On a separate page the form is not collapsed. */
  isAlone?: boolean;
}) {
  const t = useTranslations("review");
  const formId = `appeal-${verdictId}`;
  const { state, problem, isPending, form, formProps } = useForm(action, {
    postedTo: appealPath(verdictId, nextPath),
  });
  const shown = { text: state.values?.text ?? "" };
  const { keeper, draft } = useFormDraft({
    form,
    formId,
    draftKey: appealDraftKey(memberId ?? "", verdictId),
    sent: { text: "" },
    shown,
    textName: "text",
  });
  const { errorOf, noteChange } = useFieldErrors(state);
  const error = errorOf("text");
  // Here NOT_FOUND means the decision: it was deleted with the review or replaced by an edit.
  const isGone = state.form?.error === "NOT_FOUND";
  const refused = useMemo(
    () => (isGone ? { ...state, form: { error: "NOT_APPEALABLE" as const } } : state),
    [isGone, state],
  );
  const formElement = (
    <form
      {...formProps}
      id={formId}
      noValidate
      className="grid gap-4"
      onInput={(event) => {
        keeper.keep();
        noteChange(event);
      }}
    >
      <NotSent problem={problem} />
      {!problem && <FormProblem state={refused} here={here} />}
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
      <input type="hidden" name="member" value={memberId ?? state.values?.member} />
      <input type="hidden" name="next" value={nextPath} />
      <Button type="submit" variant="secondary" pending={isPending} className="justify-self-start">
        {t("appeal.submit")}
      </Button>
    </form>
  );
  if (isAlone) return formElement;

  return (
    <details
      open={Boolean(state.fields || state.form || problem || draft.restored) || undefined}
      className="group"
    >
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
      <div className="mt-2">{formElement}</div>
    </details>
  );
}
