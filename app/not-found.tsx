import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { MissingDay } from "@/components/diary/missing-day";
import { MessagePage } from "@/components/shell/message-page";
import { LinkButton } from "@/components/ui/link-button";
import { pathHeader } from "@/lib/auth/path-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("error");
  return { title: t("notFoundTitle") };
}

export default async function NotFound() {
  const path = (await headers()).get(pathHeader) ?? "";
  if (path.startsWith("/diary/")) return <MissingDay />;
  const t = await getTranslations("error");
  return (
    <MessagePage title={t("notFoundTitle")} action={<LinkButton href="/">{t("home")}</LinkButton>}>
      {t("notFoundBody")}
    </MessagePage>
  );
}
