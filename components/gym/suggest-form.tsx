"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState, type ReactNode } from "react";
import { useForm } from "@/components/form/use-form";
import { ReadFirst } from "@/components/form/read-first";
import { TextArea } from "@/components/form/text-area";
import { useFieldErrors } from "@/components/form/use-field-errors";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { NotSent } from "@/components/form/not-sent";
import { NoticeBox } from "@/components/ui/notice-box";
import { SignInAgainLink } from "@/components/form/sign-in-again-link";
import { maxSuggestionChars, minSuggestionChars } from "@/lib/gym/text-limits";
import { suggestGymAction } from "@/lib/gym/suggest-action";

export function SuggestForm({ gymSlug, gymName }: { gymSlug: string | undefined; gymName: ReactNode }) {
  const t = useTranslations("gym.suggest");
  const tReview = useTranslations("review.errors");
  const { state, problem, isPending, formProps } = useForm(suggestGymAction);
  const { errorOf, noteChange } = useFieldErrors(state);
  const [text, setText] = useState(state.values?.text ?? "");
  if (state.isDone) return <Thanks />;

  const code = errorOf("text");
  const error = code && t(code === "TOO_SHORT" || code === "TOO_LONG" ? `errors.${code}` : "errors.MISSING");
  return (
    <form
      {...formProps}
      noValidate
      className="grid gap-5"
      onInput={(event) => {
        noteChange(event);
        if (event.target instanceof HTMLTextAreaElement) setText(event.target.value);
      }}
    >
      <NotSent problem={problem} />
      {!problem && state.form && (
        <ReadFirst answer={state}>
          <NoticeBox
            kind="alert"
            action={
              state.form.error === "SIGNED_OUT" && (
                <SignInAgainLink next="/gyms">{tReview("signInElsewhere")}</SignInAgainLink>
              )
            }
          >
            {t(`errors.${state.form.error}`, {
              minutes: Math.ceil((state.form.retryAfterSeconds ?? 60) / 60),
            })}
          </NoticeBox>
        </ReadFirst>
      )}
      {gymSlug && (
        <div className="flex flex-wrap items-center gap-x-3 text-[0.9375rem]">
          <input type="hidden" name="gym" value={gymSlug} />
          <p className="font-medium">{t.rich("about", { gym: () => gymName })}</p>
          <Link
            href="/gyms/suggest"
            className="inline-flex min-h-11 items-center text-sm text-ink-soft underline underline-offset-4 hover:text-ink"
          >
            {t("notAbout")}
          </Link>
        </div>
      )}
      <TextArea
        name="text"
        label={t("label")}
        hint={t("hint")}
        error={error}
        defaultValue={state.values?.text ?? ""}
        text={text}
        rows={5}
        minChars={minSuggestionChars}
        maxChars={maxSuggestionChars}
      />
      <Button type="submit" pending={isPending} className="justify-self-start">
        {t("submit")}
      </Button>
    </form>
  );
}

/** Replaces the form and takes the focus, which the removed button had. */
function Thanks() {
  const t = useTranslations("gym.suggest");
  return (
    <div
      ref={(box) => box?.focus()}
      tabIndex={-1}
      className="grid justify-items-start gap-2 rounded-sheet bg-sunk p-6 outline-none sm:p-7"
    >
      <p className="font-serif text-lg">{t("doneTitle")}</p>
      <p className="text-ink-soft">{t("done")}</p>
      <LinkButton href="/gyms" className="mt-3">
        {t("back")}
      </LinkButton>
    </div>
  );
}
