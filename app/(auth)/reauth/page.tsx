import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthHeading } from "@/components/account/auth-heading";
import { PasskeySignIn } from "@/components/account/passkey-sign-in";
import { ProvePasswordForm } from "@/components/account/prove-password-form";
import { ProviderButtons } from "@/components/account/provider-buttons";
import { getPasswordHash, listProviders } from "@/lib/account/data";
import { safeNextPath } from "@/lib/auth/next-path";
import { provePasskeyAction } from "@/lib/auth/passkey/actions";
import { authenticationOptions } from "@/lib/auth/passkey/ceremonies";
import { listPasskeys } from "@/lib/auth/passkey/data";
import { enabledProviders } from "@/lib/auth/providers";
import { requireReader } from "@/lib/auth/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.proof");
  return { title: t("title") };
}

/** A sign-in with a provider starts a new session, which counts as a proof. */
export default async function ReauthPage({ searchParams }: PageProps<"/reauth">) {
  const viewer = await requireReader();
  const nextPath = safeNextPath((await searchParams).next);
  const [t, passwordHash, own, passkeys] = await Promise.all([
    getTranslations("auth.proof"),
    getPasswordHash(viewer.id),
    listProviders(viewer.id),
    listPasskeys(viewer.id),
  ]);
  const providers = enabledProviders().filter((id) => own.includes(id));
  return (
    <>
      <AuthHeading
        title={t("title")}
        lead={passwordHash || passkeys.length > 0 ? t("lead") : t("provider")}
      />
      {passwordHash && <ProvePasswordForm email={viewer.email} nextPath={nextPath} />}
      {passkeys.length > 0 && (
        <PasskeySignIn
          action={provePasskeyAction}
          options={await authenticationOptions(viewer.id)}
          nextPath={nextPath}
          label={t("passkey")}
        />
      )}
      <ProviderButtons providers={providers} nextPath={nextPath} />
    </>
  );
}
