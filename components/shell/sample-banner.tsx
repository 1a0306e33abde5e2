import { getTranslations } from "next-intl/server";

/** With the stand-in model nothing a reader sees was written by a real one: said on every page. */
export async function SampleBanner() {
  const t = await getTranslations("shell");
  return <p className="bg-sunk px-5 py-1.5 text-center text-[0.8125rem] text-ink-soft">{t("samples")}</p>;
}
