import { useTranslations } from "next-intl";
import { maxMessageChars } from "@/lib/review/appeal/schema";
import type { MessageWords } from "./appeal-message-form";

/** Translated on the server, so that the browser gets only these sentences. */
export function useMessageWords(writer: "moderator" | "author"): MessageWords {
  const t = useTranslations("appeal.message");
  const signInT = useTranslations("review.errors");
  const max = { max: maxMessageChars };
  return {
    label: t(`${writer}.label`),
    hint: t(`${writer}.hint`, max),
    submit: t(`${writer}.submit`),
    signInElsewhere: signInT("signInElsewhere"),
    errors: {
      TOO_SHORT: t(`${writer}.tooShort`),
      TOO_LONG: t("errors.TOO_LONG", max),
      NOT_FOUND: t("errors.CLOSED"),
      CLOSED: t("errors.CLOSED"),
      NOT_ASKED: t("errors.NOT_ASKED"),
      NOT_ALLOWED: t("errors.NOT_ALLOWED"),
      SIGNED_OUT: t("errors.SIGNED_OUT"),
    },
  };
}
