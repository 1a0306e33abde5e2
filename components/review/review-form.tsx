"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { Button } from "@/components/ui/button";
import { NoticeBox } from "@/components/ui/notice-box";
import { useToast } from "@/components/ui/toast";
import type { FormAction } from "@/lib/web/form-state";
import { reviewFormPath } from "@/lib/gym/gym-paths";
import type { ReviewFormState } from "@/lib/review/schema";
import { maxBodyChars, minBodyChars } from "@/lib/review/text-limits";
import { reviewDraftKey } from "@/components/form/form-draft";
import { FormFootnote } from "./review-form-footnote";
import { FormProblem } from "./review-form-problem";
import { ReadFirst } from "@/components/form/read-first";
import { ReviewConflict } from "./review-conflict";
import { StarInput } from "./star-input";
import { useSubjectChoice } from "./subject-choice";
import { type Subject, SubjectField } from "./subject-field";
import { TextArea } from "@/components/form/text-area";
import { useFieldErrors } from "@/components/form/use-field-errors";
import { useFormDraft } from "@/components/form/use-form-draft";

/** `member` is null only for a plain post without a session. */
export function ReviewForm({
  action,
  member,
  gymSlug,
  trainerSlug,
  subjects,
  review,
  isBuiltIn,
}: {
  action: FormAction<ReviewFormState>;
  member: { id: string; name: string } | null;
  gymSlug: string;
  /** A trainer, or "" for the gym itself. */
  trainerSlug: string;
  subjects: Subject[];
  /** The member's latest revision, when it is edited. */
  review: { revisionId: string; stars: number; body: string } | null;
  /** Whether the built-in classifier judges, not a model. */
  isBuiltIn: boolean;
}) {
  const t = useTranslations("review");
  const showToast = useToast();
  const here = reviewFormPath(gymSlug, trainerSlug);
  const formId = `review-form-${gymSlug}-${trainerSlug}`;
  const { state, problem, isPending, form, formProps } = useForm(action);
  const { errorOf, noteChange } = useFieldErrors(state);

  const sent = { stars: review ? String(review.stars) : "", body: review?.body ?? "", trainer: trainerSlug };
  const memberId = member?.id ?? state.values?.member ?? "";
  const shown = { ...sent, base: review?.revisionId ?? "", ...state.values };
  const { keeper, draft } = useFormDraft({
    form,
    formId,
    draftKey: reviewDraftKey(memberId, gymSlug, trainerSlug),
    sent,
    shown: { stars: shown.stars, body: shown.body, trainer: shown.trainer, base: shown.base },
    textName: "body",
  });
  const { choose } = useSubjectChoice();
  const subject = draft.typed.trainer ?? "";
  useEffect(() => choose(subject), [choose, subject]);

  const [taken, setTaken] = useState<{ from: object; base: string } | null>(null);
  const isContradicted = state.form?.error === "CONFLICT" && taken?.from !== state;
  const theirs = isContradicted ? state.latest : undefined;
  const base = theirs === null ? "" : (taken?.base ?? draft.restored?.base ?? shown.base);

  function takeTheirs() {
    if (!theirs) return;
    const mine = state.values ?? {};
    setTaken({ from: state, base: theirs.revisionId });
    keeper.put({ stars: String(theirs.stars), body: theirs.body });
    showToast(t("conflict.tookTheirs"), {
      label: t("conflict.undo"),
      onAction() {
        setTaken(null);
        keeper.put(mine);
      },
    });
  }

  const wordsOf = (name: string) => {
    const error = errorOf(name);
    return error && t(`errors.${error}`);
  };
  return (
    <form
      {...formProps}
      id={formId}
      noValidate
      className="grid gap-6"
      onInput={(event) => {
        keeper.keep();
        noteChange(event);
      }}
    >
      <NotSent problem={problem} />
      {!problem && <FormProblem state={state} here={here} />}
      {theirs && (
        <ReviewConflict
          answer={state}
          mine={{ stars: Number(shown.stars), body: shown.body }}
          theirs={theirs}
          here={here}
          isPending={isPending}
          onTakeTheirs={takeTheirs}
        />
      )}
      {theirs === null && (
        <ReadFirst answer={state}>
          <NoticeBox kind="alert">
            <strong className="block">{t("conflict.deletedTitle")}</strong>
            {t("conflict.deletedLead")}
          </NoticeBox>
        </ReadFirst>
      )}
      {/* Hidden during a conflict, but still part of the form. */}
      <div hidden={Boolean(theirs)} className="grid gap-6 [[hidden]]:hidden">
        {draft.restored && (
          <NoticeBox
            action={
              <Button variant="quiet" size="sm" className="min-h-11" onClick={keeper.startOver}>
                {t(review ? "form.dropDraft" : "form.startOver")}
              </Button>
            }
          >
            {t("form.restored")}
          </NoticeBox>
        )}
        <SubjectField subjects={subjects} defaultValue={shown.trainer} isFixed={review !== null} />
        <StarInput defaultValue={shown.stars} error={wordsOf("stars")} />
        <TextArea
          name="body"
          label={t("form.body")}
          hint={!errorOf("body") && t("form.bodyHint", { min: minBodyChars })}
          error={wordsOf("body")}
          defaultValue={shown.body}
          text={draft.typed.body ?? ""}
          revision={draft.revision}
          rows={8}
          minChars={minBodyChars}
          maxChars={maxBodyChars}
        />
        <input type="hidden" name="member" value={memberId} />
        {!theirs && <input type="hidden" name="base" value={base} />}
        <div className="grid justify-items-start gap-3">
          <FormFootnote authorName={member?.name} isBuiltIn={isBuiltIn} />
          {!theirs && (
            <Button type="submit" size="lg" pending={isPending} className="max-sm:w-full">
              {t(review ? "form.submitEdit" : "form.submit")}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}
