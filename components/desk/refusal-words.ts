import type { useTranslations } from "next-intl";
import { maxEvidence } from "@/lib/moderation/broken-rule";
import type { DecideState } from "@/lib/review/decision/schema";

type Translate = ReturnType<typeof useTranslations<"moderation">>;

/** Why a decision was not taken, in a sentence. */
export function refusalWords(t: Translate, { form, fields, first, notFound }: DecideState): string {
  const code = form?.error ?? fields?.note ?? fields?.rule ?? fields?.quotes;
  if (!code) return t("decide.errors.FAILED");
  if (code === "CHANGED" && first) return t("decide.errors.CHANGED_BY", { name: first });
  return t(`decide.errors.${code}`, { words: notFound ?? "", max: maxEvidence });
}
