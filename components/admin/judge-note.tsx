import { getTranslations } from "next-intl/server";
import { env } from "@/lib/env";

export async function JudgeNote() {
  const t = await getTranslations("admin");
  if (!env().SORA_BUILT_IN_JUDGE) return null;
  return <p className="mt-1.5 text-sm text-ink-soft">{t("builtInJudge")}</p>;
}
