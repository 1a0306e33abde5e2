import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthHeading } from "@/components/account/auth-heading";
import { ConfirmEmailForm } from "@/components/account/confirm-email-form";
import { LinkButton } from "@/components/ui/link-button";
import { NoticeBox } from "@/components/ui/notice-box";
import { findOwnVerification } from "@/lib/auth/email/verify-email";
import { requireViewer } from "@/lib/auth/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.verify");
  return { title: t("title"), robots: { index: false } };
}

/** Requires the session of the member who requested the link: access to the mailbox alone does not verify the address. */
export default async function VerifyPage({ params }: PageProps<"/verify/[token]">) {
  const viewer = await requireViewer();
  const { token } = await params;
  const [t, errors, email] = await Promise.all([
    getTranslations("auth.verify"),
    getTranslations("account.errors"),
    findOwnVerification(viewer.id, token),
  ]);
  return (
    <>
      <AuthHeading title={t("title")} lead={email ? t("lead") : undefined} />
      {email ? (
        <div className="grid gap-6">
          <p className="font-serif text-xl wrap-anywhere">{email}</p>
          <ConfirmEmailForm token={token} />
        </div>
      ) : (
        <div className="grid justify-items-start gap-4">
          <NoticeBox kind="alert">{errors("LINK_INVALID")}</NoticeBox>
          <LinkButton href="/settings#email">{t("toSettings")}</LinkButton>
        </div>
      )}
    </>
  );
}
