import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/shell/message-page";
import { LinkButton } from "@/components/ui/link-button";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("error");
  return { title: t("notFoundTitle") };
}

export default async function NotFound() {
  const t = await getTranslations("error");
  return (
    <MessagePage title={t("notFoundTitle")} action={<LinkButton href="/">{t("home")}</LinkButton>}>
      {t("notFoundBody")}
    </MessagePage>
  );
}
