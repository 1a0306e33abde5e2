import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { AuthHeading } from "@/components/account/auth-heading";
import { DemoAccounts } from "@/components/account/demo-accounts";
import { OtherWay } from "@/components/account/other-way";
import { ProviderButtons } from "@/components/account/provider-buttons";
import { SignInForm } from "@/components/account/sign-in-form";
import { NoticeBox } from "@/components/ui/notice-box";
import { purposeOf, safeNextPath } from "@/lib/auth/next-path";
import { enabledProviders } from "@/lib/auth/providers";
import { getReader } from "@/lib/auth/viewer";
import { env } from "@/lib/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("submit") };
}

/** Why a provider's sign-in came back without a session (see lib/auth/provider-sign-in.ts). */
const providerErrors = new Map([
  ["EMAIL_TAKEN", "PROVIDER_EMAIL_TAKEN"],
  ["RATE_LIMITED", "PROVIDER_RATE_LIMITED"],
  ["CredentialsSignin", "WRONG_CREDENTIALS"],
] as const);

export default async function SignInPage({ searchParams }: PageProps<"/signin">) {
  const { next, error } = await searchParams;
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
      <SignInForm nextPath={nextPath} />
      <ProviderButtons providers={enabledProviders()} nextPath={nextPath} />
      <OtherWay text={t("signIn.other")} link={t("signIn.otherLink")} href="/signup" nextPath={nextPath} />
      {env().SORA_DEMO && <DemoAccounts />}
    </>
  );
}

function findProviderError(error: string | string[]) {
  return [...providerErrors].find(([code]) => code === error)?.[1];
}
