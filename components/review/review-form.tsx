"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { NoticeBox } from "@/components/ui/notice-box";
import { useFirstErrorFocus } from "@/components/ui/use-first-error-focus";
import { useToast } from "@/components/ui/toast";
import { maxBodyChars, minBodyChars } from "@/lib/review/schema";
import { reviewDraftKey } from "./form-draft";
import { FormProblem } from "./form-problem";
import { reviewFormPath } from "./paths";
import { ReviewConflict } from "./review-conflict";
import { StarInput } from "./star-input";
import { type Subject, SubjectField } from "./subject-field";
import { TextArea } from "./text-area";
import { useFormDraft } from "./use-form-draft";
import { type FormAction, useSentForm } from "./use-sent-form";

/** `member` is null only while nobody is signed in any more and a plain post came back. */
export function ReviewForm({
  action,
  member,
  gymSlug,
  trainerSlug,
  subjects,
  review,
}: {
  action: FormAction;
  member: { id: string; name: string } | null;
  gymSlug: string;
  /** What the page was opened for: a trainer, or "" for the gym itself. */
  trainerSlug: string;
  subjects: Subject[];
  /** The member's own review as it was sent last, to be edited. */
  review: { revisionId: string; stars: number; body: string } | null;
}) {
  const t = useTranslations("review");
  const showToast = useToast();
  const here = reviewFormPath(gymSlug, trainerSlug);
  const formId = `review-form-${gymSlug}-${trainerSlug}`;
  const { state, hasFailed, isPending, formProps } = useSentForm(action);
  const form = useFirstErrorFocus(state);

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

  const errorOf = (name: string) => {
    const error = state.fields?.[name];
    return error && t(`errors.${error}`);
  };
  return (
    <form {...formProps} ref={form} id={formId} noValidate className="grid gap-6" onInput={keeper.keep}>
      <FormProblem state={state} hasFailed={hasFailed} here={here} />
      {theirs && (
        <ReviewConflict
          mine={{ stars: Number(shown.stars), body: shown.body }}
          theirs={theirs}
          here={here}
          isPending={isPending}
          onTakeTheirs={takeTheirs}
        />
      )}
      {theirs === null && (
        <NoticeBox kind="alert">
          <strong className="block">{t("conflict.deletedTitle")}</strong>
          {t("conflict.deletedLead")}
        </NoticeBox>
      )}
      {/* Out of sight while two texts are to choose from, but still in the form. */}
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
        <StarInput defaultValue={shown.stars} error={errorOf("stars")} />
        <TextArea
          name="body"
          label={t("form.body")}
          hint={t("form.bodyHint", { min: minBodyChars })}
          error={errorOf("body")}
          defaultValue={shown.body}
          text={draft.text}
          revision={draft.revision}
          rows={8}
          minChars={minBodyChars}
          maxChars={maxBodyChars}
        />
        <input type="hidden" name="member" value={memberId} />
        {!theirs && <input type="hidden" name="base" value={base} />}
        <div className="grid justify-items-start gap-3">
          <p className="text-sm text-ink-soft">
            {member &&
              t.rich("form.shownAs", {
                name: () => <strong className="font-medium text-ink wrap-anywhere">{member.name}</strong>,
              })}{" "}
            {t.rich("form.checkedNote", {
              rules: (words) => (
                <a href="#rules" className="underline underline-offset-4 hover:text-ink">
                  {words}
                </a>
              ),
            })}
          </p>
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
