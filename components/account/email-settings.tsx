import { getTranslations } from "next-intl/server";
import { NoticeBox } from "@/components/ui/notice-box";
import { shownEmail } from "@/lib/account/policy";
import type { OwnEmail } from "@/lib/account/data";
import { canMail } from "@/lib/mail/post-mail";
import { ChangeEmailForm } from "./change-email-form";
import { ProveFirst } from "./prove-first";
import { VerifyEmailForm } from "./verify-email-form";

export async function EmailSettings({
  own: { email, emailVerifiedAt, displacedEmail },
  hasProof,
  isJustVerified,
}: {
  own: OwnEmail;
  hasProof: boolean;
  isJustVerified: boolean;
}) {
  const t = await getTranslations("settings.email");
  const shown = shownEmail(email);
  const state = emailVerifiedAt ? "verified" : "unverified";

  return (
    <>
      {isJustVerified && emailVerifiedAt && <NoticeBox kind="done">{t("justVerified")}</NoticeBox>}
      {displacedEmail && <NoticeBox kind="alert">{t("displaced", { email: displacedEmail })}</NoticeBox>}
      <div className="grid gap-0.5">
        <p className="min-w-0 wrap-anywhere">{shown ?? t("none")}</p>
        {shown && <p className="text-sm text-ink-soft">{t(state)}</p>}
      </div>
      {!canMail() && <NoticeBox>{t("noMail")}</NoticeBox>}
      {canMail() && shown && !emailVerifiedAt && <VerifyEmailForm />}
      {canMail() && (hasProof ? <ChangeEmailForm /> : <ProveFirst anchor="email" />)}
    </>
  );
}
