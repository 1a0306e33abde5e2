import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthHeading } from "@/components/account/auth-heading";
import { NewPasswordForm } from "@/components/account/new-password-form";
import { LinkButton } from "@/components/ui/link-button";
import { NoticeBox } from "@/components/ui/notice-box";
import { findLink } from "@/lib/auth/link/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.reset");
  return { title: t("title"), robots: { index: false } };
}

export default async function NewPasswordPage({ params }: PageProps<"/reset/[token]">) {
  const { token } = await params;
  const [t, errors, link] = await Promise.all([
    getTranslations("auth.reset"),
    getTranslations("account.errors"),
    findLink(token, ["RESET_PASSWORD"]),
  ]);
  return (
    <>
      <AuthHeading title={t("title")} lead={link ? t("newLead") : undefined} />
      {link ? (
        <NewPasswordForm token={token} />
      ) : (
        <div className="grid justify-items-start gap-4">
          <NoticeBox kind="alert">{errors("LINK_INVALID")}</NoticeBox>
          <LinkButton href="/reset">{t("again")}</LinkButton>
        </div>
      )}
    </>
  );
}
