import { getTranslations } from "next-intl/server";

export async function Footer() {
  const t = await getTranslations("shell");
  return (
    <footer className="wrap flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-8 text-[0.8125rem] text-ink-faint">
      <p>{t("footer")}</p>
    </footer>
  );
}
