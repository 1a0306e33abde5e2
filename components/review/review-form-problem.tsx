"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import { NoticeBox } from "@/components/ui/notice-box";
import { SignInAgainLink } from "@/components/form/sign-in-again-link";
import type { ReviewFormState } from "@/lib/review/schema";
import { ReadFirst } from "@/components/form/read-first";

/** The error of the whole form. `here`: its URL, for the way back from sign-in. */
export function FormProblem({ state, here }: { state: ReviewFormState; here: string }) {
  const t = useTranslations("review.errors");
  const format = useFormatter();
  const isHydrated = useIsHydrated();
  if (!state.form || state.form.error === "CONFLICT") return null;

  const { error, retryAfterSeconds = 60 } = state.form;
  const until = state.until ? format.dateTime(state.until, { dateStyle: "long", timeStyle: "short" }) : "";
  return (
    <ReadFirst answer={state}>
      <NoticeBox
        kind="alert"
        action={
          error === "SIGNED_OUT" && (
            // With JavaScript the browser keeps the draft.
            <SignInAgainLink next={here} inNewTab={!isHydrated}>
              {t(isHydrated ? "signIn" : "signInElsewhere")}
            </SignInAgainLink>
          )
        }
      >
        {t(error, { minutes: Math.ceil(retryAfterSeconds / 60), until })}
      </NoticeBox>
    </ReadFirst>
  );
}
