"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { NotSent } from "@/components/form/not-sent";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { NoticeBox } from "@/components/ui/notice-box";
import { TextAreaField } from "@/components/ui/text-area-field";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import { deleteMemberNoteAction, editMemberNoteAction } from "@/lib/account/member-note/actions";
import type { MemberNote } from "@/lib/account/member-note/data";
import { visibleText } from "@/lib/written-text";

/** A note; for its writer and admins, also as a form. */
export function NoteText({ note, about }: { note: MemberNote; about: string }) {
  const t = useTranslations("measures.notes");
  const isHydrated = useIsHydrated();
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) return <NoteEdit note={note} onCancel={() => setIsEditing(false)} />;
  return (
    <>
      <p dir="auto" className="text-[0.9375rem] wrap-anywhere whitespace-pre-line">
        {visibleText(note.text)}
      </p>
      <div className="flex flex-wrap items-center gap-x-1 text-sm text-ink-faint">
        <span className="mr-auto wrap-anywhere">{about}</span>
        {note.canChange && isHydrated && (
          <Button variant="quiet" size="sm" onClick={() => setIsEditing(true)}>
            {t("edit")}
          </Button>
        )}
        {note.canChange && (
          <ActionForm action={deleteMemberNoteAction}>
            <input type="hidden" name="noteId" value={note.id} />
            <SubmitButton variant="quiet" size="sm">
              {t("delete")}
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </>
  );
}

function NoteEdit({ note, onCancel }: { note: MemberNote; onCancel: () => void }) {
  const t = useTranslations("measures.notes");
  const { state, problem, formProps } = useForm(editMemberNoteAction);
  const error = state.fields?.text;
  return (
    <form {...formProps} className="grid gap-3">
      <NotSent problem={problem} />
      {!problem && state.form && <NoticeBox kind="alert">{t(`errors.${state.form.error}`)}</NoticeBox>}
      <input type="hidden" name="noteId" value={note.id} />
      <input type="hidden" name="edit" value={note.edit} />
      <TextAreaField
        name="text"
        rows={3}
        label={t("text")}
        error={error && t(`errors.${error}`)}
        defaultValue={state.values?.text ?? note.text}
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="secondary">{t("save")}</SubmitButton>
        <Button variant="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
