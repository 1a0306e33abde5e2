import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DeleteAccountForm } from "@/components/account/delete-account-form";
import { SuspensionAppeal } from "@/components/account/suspension-appeal";
import { ClientMessages } from "@/components/shell/client-messages";
import { LinkButton } from "@/components/ui/link-button";
import { confirmationPhrase } from "@/lib/account/policy";
import { findSuspension } from "@/lib/account/suspension";
import { requireReader } from "@/lib/auth/viewer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("suspended");
  return { title: t("title") };
}

export default async function SuspendedPage() {
  const reader = await requireReader();
  const [t, deleting, format, suspension] = await Promise.all([
    getTranslations("suspended"),
    getTranslations("settings.delete"),
    getFormatter(),
    findSuspension(reader.id),
  ]);
  if (!suspension)
    return (
      <div className="wrap grid justify-items-start gap-4 py-10 sm:py-14">
        <p>{t("none")}</p>
        <LinkButton href="/diary">{t("home")}</LinkButton>
      </div>
    );

  return (
    <ClientMessages namespaces={["account", "settings"]}>
      <div className="wrap py-10 sm:py-14">
        <div className="mx-auto grid max-w-160 gap-8">
          <header className="grid justify-items-start gap-3">
            <h1 className="font-serif text-title">{t("title")}</h1>
            <p className="leading-relaxed text-ink-soft">
              {t("since", { date: format.dateTime(suspension.since, { dateStyle: "long" }) })}
            </p>
            <LinkButton href="/diary">{t("read")}</LinkButton>
          </header>
          <Section title={t("reason")}>
            <p dir="auto" className="leading-relaxed wrap-anywhere whitespace-pre-line">
              {suspension.reason ?? t("noReason")}
            </p>
          </Section>
          <Section title={t("appealTitle")}>
            <SuspensionAppeal appeal={suspension.appeal} />
          </Section>
          <Section title={deleting("title")}>
            <p className="text-sm leading-relaxed text-ink-faint">{deleting("body")}</p>
            <DeleteAccountForm phrase={confirmationPhrase(reader)} />
          </Section>
        </div>
      </div>
    </ClientMessages>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3 border-t border-line pt-6">
      <h2 className="font-serif text-lg">{title}</h2>
      {children}
    </section>
  );
}
