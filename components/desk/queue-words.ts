import { getLocale, getTranslations } from "next-intl/server";
import { ruleTitles } from "@/lib/moderation/policy/rule-titles";

export const holdReasons = [
  "UNSURE",
  "INSTRUCTIONS",
  "DISTRUSTED",
  "VETOED",
  "HINT",
  "UNREADABLE",
  "BUDGET",
  "COPIED",
  "REPORTED",
] as const;

const isHoldReason = (code: string): code is (typeof holdReasons)[number] =>
  (holdReasons as readonly string[]).includes(code);

/** Names a category in the reader's language: a rule, or why it was held. One of an older policy keeps its code. */
export async function categoryNames(): Promise<(category: string | null) => string> {
  const [t, titles] = await Promise.all([getTranslations("moderation"), ruleTitles(await getLocale())]);
  return (category) => {
    if (category === null) return t("noCategory");
    return titles.get(category) ?? (isHoldReason(category) ? t(`holdReason.${category}`) : category);
  };
}
