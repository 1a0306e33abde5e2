"use client";

import { useTranslations } from "next-intl";
import type { AccountFormState } from "@/lib/auth/schema";

export function useAccountErrors(state: AccountFormState) {
  const t = useTranslations("account.errors");
  return {
    field(name: string) {
      const error = state.fields?.[name];
      return error && t(error);
    },
    form:
      state.form && t(state.form.error, { minutes: Math.ceil((state.form.retryAfterSeconds ?? 60) / 60) }),
  };
}
