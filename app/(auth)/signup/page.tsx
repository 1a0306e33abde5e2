import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { AuthHeading } from "@/components/account/auth-heading";
import { OtherWay } from "@/components/account/other-way";
import { ProviderButtons } from "@/components/account/provider-buttons";
import { SignUpForm } from "@/components/account/sign-up-form";
import { purposeOf, safeNextPath } from "@/lib/auth/next-path";
import { enabledProviders } from "@/lib/auth/providers";
import { getReader } from "@/lib/auth/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signUp");
  return { title: t("submit") };
}

export default async function SignUpPage({ searchParams }: PageProps<"/signup">) {
  const nextPath = safeNextPath((await searchParams).next);
  if (await getReader()) redirect(nextPath);

  const t = await getTranslations("auth");
  const purpose = purposeOf(nextPath);
  const words = purpose === "diary" ? "signUp" : (`signUp.${purpose}` as const);
  return (
    <>
      <AuthHeading title={t(`${words}.title`)} lead={t(`${words}.lead`)} />
      <SignUpForm nextPath={nextPath} />
      <ProviderButtons providers={enabledProviders()} nextPath={nextPath} />
      <OtherWay text={t("signUp.other")} link={t("signUp.otherLink")} href="/signin" nextPath={nextPath} />
    </>
  );
}
