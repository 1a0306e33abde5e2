import { getTranslations } from "next-intl/server";
import { env } from "@/lib/env";

/** With the stand-in model nothing was judged by a real one: said wherever its judging is counted, compared or tried. */
export async function SampleNote() {
  const t = await getTranslations("admin");
  if (!env().SORA_SAMPLE_JUDGE) return null;
  return <p className="mt-1.5 text-sm text-ink-soft">{t("sampleModel")}</p>;
}
