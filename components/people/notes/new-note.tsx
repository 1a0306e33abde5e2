"use client";

import { useTranslations } from "next-intl";
import { NotSent } from "@/components/form/not-sent";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm } from "@/components/form/use-form";
import { buttonStyles } from "@/components/ui/button-styles";
import { Key } from "@/components/ui/key";
import { NoticeBox } from "@/components/ui/notice-box";
import { TextAreaField } from "@/components/ui/text-area-field";
import { writeMemberNoteAction } from "@/lib/account/member-note/actions";
import { maxMemberNoteChars } from "@/lib/account/member-note/schema";

/** What was typed about a member and not saved: the queue shows another item as soon as one is decided. */
const unsaved = new Map<string, string>();

export function NewNote({
  memberId,
  lastText,
  keyName,
}: {
  memberId: string;
  /** Of the newest note. */
  lastText: string;
  keyName?: string;
}) {
  const t = useTranslations("measures.notes");
  const { state, problem, formProps } = useForm(writeMemberNoteAction);
  const typed = unsaved.get(memberId) ?? "";
  const kept = typed.trim() === lastText.trim() ? "" : typed;
  const error = state.fields?.text;

  return (
    <details open={kept !== "" || Boolean(state.values) || undefined} data-choice>
      <summary
        data-key={keyName}
        aria-keyshortcuts={keyName?.toUpperCase()}
        onClick={(event) => {
          const { parentElement } = event.currentTarget;
          // Opened by this very click, as soon as the browser has done its part.
          requestAnimationFrame(() => parentElement?.querySelector("textarea")?.focus());
        }}
        className={buttonStyles({
          variant: "quiet",
          className: "-ml-3 list-none [&::-webkit-details-marker]:hidden",
        })}
      >
        {t("write")} {keyName && <Key name={keyName} />}
      </summary>
      <form {...formProps} className="mt-1 grid gap-3">
        <NotSent problem={problem} />
        {!problem && state.form && <NoticeBox kind="alert">{t(`errors.${state.form.error}`)}</NoticeBox>}
        <input type="hidden" name="memberId" value={memberId} />
        <TextAreaField
          name="text"
          rows={3}
          label={t("text")}
          hint={t("hint", { max: maxMemberNoteChars })}
          error={error && t(`errors.${error}`)}
          defaultValue={state.values?.text ?? kept}
          onChange={(event) => unsaved.set(memberId, event.target.value)}
        />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("save")}
        </SubmitButton>
      </form>
    </details>
  );
}
