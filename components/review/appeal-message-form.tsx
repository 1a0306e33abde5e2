"use client";

import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { Button } from "@/components/ui/button";
import { NoticeBox } from "@/components/ui/notice-box";
import { SignInAgainLink } from "@/components/form/sign-in-again-link";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { FormAction } from "@/lib/web/form-state";
import type { MessageFormState } from "@/lib/review/appeal/schema";

/** All sentences of the form: they differ for author and moderator. */
export type MessageWords = {
  label: string;
  hint: string;
  submit: string;
  signInElsewhere: string;
  errors: Record<
    "TOO_SHORT" | "TOO_LONG" | "NOT_FOUND" | "CLOSED" | "NOT_ASKED" | "NOT_ALLOWED" | "SIGNED_OUT",
    string
  >;
};

export function MessageForm({
  action,
  words,
  appealId,
  memberId,
  nextPath,
  postedTo,
}: {
  action: FormAction<MessageFormState>;
  words: MessageWords;
  appealId: string;
  /** The answer's author; null only after the session has ended and a plain post was returned. */
  memberId?: string | null;
  nextPath: string;
  /** The page for a form post without script. */
  postedTo?: string;
}) {
  const { state, problem, isPending, formProps } = useForm(action, { postedTo });
  const error = state.fields?.text;
  const refusal = state.form?.error;
  const writerId = memberId ?? state.values?.member;

  return (
    <form {...formProps} noValidate className="grid gap-4">
      <NotSent problem={problem} />
      {!problem && refusal && (
        <NoticeBox
          kind="alert"
          action={
            refusal === "SIGNED_OUT" && (
              <SignInAgainLink next={nextPath}>{words.signInElsewhere}</SignInAgainLink>
            )
          }
        >
          {words.errors[refusal]}
        </NoticeBox>
      )}
      <input type="hidden" name="appeal" value={appealId} />
      {writerId && <input type="hidden" name="member" value={writerId} />}
      <input type="hidden" name="next" value={nextPath} />
      <TextAreaField
        name="text"
        label={words.label}
        hint={words.hint}
        error={error && words.errors[error]}
        defaultValue={state.values?.text}
        rows={3}
      />
      <Button type="submit" variant="secondary" pending={isPending} className="justify-self-start">
        {words.submit}
      </Button>
    </form>
  );
}
