"use client";

import { useTranslations } from "next-intl";
import type { AccountFormState } from "@/lib/auth/schema";

/** The sentences for a form's errors. */
export function useAccountErrors(state: AccountFormState) {
  const t = useTranslations("account.errors");
  return {
    /** Under the field of that name. */
    field(name: string) {
      const error = state.fields?.[name];
      return error && t(error);
    },
    /** About the form as a whole. */
    form:
      state.form && t(state.form.error, { minutes: Math.ceil((state.form.retryAfterSeconds ?? 60) / 60) }),
  };
}
