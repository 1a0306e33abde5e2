import { getTranslations } from "next-intl/server";

export async function Footer() {
  const t = await getTranslations("shell");
  return (
    <footer className="bg-sunk pb-(--thumb) print:hidden">
      <p className="wrap py-8 text-[0.8125rem] text-ink-faint">{t("footer")}</p>
    </footer>
  );
}
