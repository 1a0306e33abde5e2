import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthHeading } from "@/components/account/auth-heading";
import { ResetRequestForm } from "@/components/account/reset-request-form";
import { BackLink } from "@/components/ui/back-link";
import { NoticeBox } from "@/components/ui/notice-box";
import { env } from "@/lib/env";
import { canMail } from "@/lib/mail/post-mail";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.reset");
  return { title: t("title") };
}

export default async function ResetPage() {
  const t = await getTranslations("auth.reset");
  return (
    <>
      <BackLink href="/signin">{t("back")}</BackLink>
      <AuthHeading title={t("title")} lead={t("lead")} />
      {canMail() ? <ResetRequestForm isDemo={env().SORA_DEMO} /> : <NoticeBox>{t("noMail")}</NoticeBox>}
    </>
  );
}
