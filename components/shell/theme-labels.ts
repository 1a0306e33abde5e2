import { getTranslations } from "next-intl/server";

export async function themeLabels() {
  const t = await getTranslations("shell.theme");
  return { legend: t("legend"), system: t("system"), light: t("light"), dark: t("dark") };
}
