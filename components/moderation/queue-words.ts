import { getLocale, getTranslations } from "next-intl/server";
import type { Policy } from "@/lib/moderation/policy";

export const holdReasons = ["UNSURE", "INSTRUCTIONS", "DISTRUSTED", "BUDGET", "COPIED", "REPORTED"] as const;

const isHoldReason = (code: string): code is (typeof holdReasons)[number] =>
  (holdReasons as readonly string[]).includes(code);

/** Names a category in the reader's language: a rule, or why it was held. One of an older policy keeps its code. */
export async function categoryNames(policy: Policy): Promise<(category: string | null) => string> {
  const [t, locale] = await Promise.all([getTranslations("moderation"), getLocale()]);
  const titles = new Map(policy.rules.map(({ id, wording }) => [id, wording[locale].title]));
  return (category) => {
    if (category === null) return t("noCategory");
    return titles.get(category) ?? (isHoldReason(category) ? t(`holdReason.${category}`) : category);
  };
}
