import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthHeading } from "@/components/account/auth-heading";
import { DemoAccounts } from "@/components/account/demo-accounts";
import { OtherWay } from "@/components/account/other-way";
import { PasskeySignIn } from "@/components/account/passkey-sign-in";
import { ProviderButtons } from "@/components/account/provider-buttons";
import { SignInForm } from "@/components/account/sign-in-form";
import { NoticeBox } from "@/components/ui/notice-box";
import { purposeOf, safeNextPath } from "@/lib/auth/next-path";
import { signInWithPasskeyAction } from "@/lib/auth/passkey/actions";
import { authenticationOptions } from "@/lib/auth/passkey/ceremonies";
import { enabledProviders } from "@/lib/auth/providers";
import { getReader } from "@/lib/auth/viewer";
import { env } from "@/lib/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("submit") };
}

/** Error codes of a provider's sign-in (lib/auth/provider-sign-in.ts). */
const providerErrors = new Map([
  ["EMAIL_TAKEN", "PROVIDER_EMAIL_TAKEN"],
  ["RATE_LIMITED", "PROVIDER_RATE_LIMITED"],
  ["CredentialsSignin", "WRONG_CREDENTIALS"],
] as const);

export default async function SignInPage({ searchParams }: PageProps<"/signin">) {
  const { next, error, reset } = await searchParams;
  const nextPath = safeNextPath(next);
  if (await getReader()) redirect(nextPath);

  const t = await getTranslations("auth");
  const purpose = purposeOf(nextPath);
  const words = purpose === "diary" ? "signIn" : (`signIn.${purpose}` as const);
  const account = await getTranslations("account.errors");
  return (
    <>
      <AuthHeading title={t(`${words}.title`)} lead={t(`${words}.lead`)} />
      {error !== undefined && (
        <NoticeBox kind="alert">{account(findProviderError(error) ?? "PROVIDER_FAILED")}</NoticeBox>
      )}
      {reset !== undefined && <NoticeBox kind="done">{t("signIn.resetDone")}</NoticeBox>}
      <SignInForm nextPath={nextPath} />
      <PasskeySignIn
        isOffered
        action={signInWithPasskeyAction}
        options={await authenticationOptions()}
        nextPath={nextPath}
        label={t("passkey")}
      />
      <p className="mt-3 text-center">
        <Link
          href="/reset"
          className="inline-flex min-h-11 items-center px-1 text-sm text-ink-soft underline decoration-line-strong underline-offset-4 hover:decoration-ink"
        >
          {t("signIn.forgot")}
        </Link>
      </p>
      <ProviderButtons providers={enabledProviders()} nextPath={nextPath} />
      <OtherWay text={t("signIn.other")} link={t("signIn.otherLink")} href="/signup" nextPath={nextPath} />
      {env().SORA_DEMO && <DemoAccounts />}
    </>
  );
}

function findProviderError(error: string | string[]) {
  return [...providerErrors].find(([code]) => code === error)?.[1];
}
