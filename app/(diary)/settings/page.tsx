import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { DeleteAccountForm } from "@/components/account/delete-account-form";
import { EmailSettings } from "@/components/account/email-settings";
import { LanguageButtons } from "@/components/account/language-buttons";
import { PasskeySettings } from "@/components/account/passkey-settings";
import { PasswordForm } from "@/components/account/password-form";
import { ProfileForm } from "@/components/account/profile-form";
import { ProveFirst } from "@/components/account/prove-first";
import { SecurityLog } from "@/components/account/security-log";
import { SessionList } from "@/components/account/session-list";
import { OwnSharedReplies } from "@/components/feedback/own-shared-replies";
import { ToneForm } from "@/components/diary/tone-form";
import { PushSettings } from "@/components/notice/push-settings";
import { ClientMessages } from "@/components/shell/client-messages";
import { themeLabels } from "@/components/shell/theme-labels";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { SubmitButton } from "@/components/form/submit-button";
import { signOutEverywhereAction } from "@/lib/account/actions";
import { getOwnEmail, getPasswordHash, listProviders } from "@/lib/account/data";
import { confirmationPhrase } from "@/lib/account/policy";
import { hasProof } from "@/lib/auth/proof/data";
import { requireViewer } from "@/lib/auth/viewer";
import { findDefaultTone } from "@/lib/diary/default-tone";
import { listOwnSharedReplies } from "@/lib/diary/share-reply";
import { isTheme, themeCookie } from "@/lib/theme";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

/** Also the fragments of the page's URL. */
const topics = ["me", "notices", "sign-in", "data"] as const;

export default async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const viewer = await requireViewer();
  const { verified } = await searchParams;
  const [ownEmail, isProved] = await Promise.all([getOwnEmail(viewer.id), hasProof()]);
  const [t, notices, shared, labels, passwordHash, providers, theme, tone, sharedReplies] = await Promise.all(
    [
      getTranslations("settings"),
      getTranslations("notice.push"),
      getTranslations("sharing.own"),
      themeLabels(),
      getPasswordHash(viewer.id),
      listProviders(viewer.id),
      cookies().then((jar) => jar.get(themeCookie)?.value),
      findDefaultTone(viewer.id),
      listOwnSharedReplies(viewer.id),
    ],
  );
  const shownTheme = isTheme(theme) ? theme : "system";

  return (
    <ClientMessages namespaces={["account", "notice", "settings"]}>
      <div className="wrap py-10 sm:py-14">
        <h1 className="font-serif text-title">{t("title")}</h1>
        <nav aria-label={t("topics.label")} className="mt-3 mb-8">
          <ul className="flex flex-wrap gap-x-5">
            {topics.map((topic) => (
              <li key={topic}>
                <a
                  href={`#${topic}`}
                  className="inline-flex min-h-11 items-center text-[0.9375rem] text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-ink"
                >
                  {t(`topics.${topic}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Topic id="me" title={t("topics.me")}>
          <Section title={t("profile.title")}>
            <ProfileForm name={viewer.name} timeZone={viewer.timeZone}>
              <TimeZoneOptions current={viewer.timeZone} />
            </ProfileForm>
          </Section>
          <Section title={t("tone.title")} lead={t("tone.lead")}>
            <ToneForm tone={tone} />
          </Section>
          <Section title={t("look.title")}>
            <ThemeSwitch key={shownTheme} theme={shownTheme} labels={labels} isLegendHidden={false} />
            <LanguageButtons legend={t("look.language")} />
          </Section>
        </Topic>
        <Topic id="notices" title={t("topics.notices")}>
          <Section title={notices("title")} lead={notices("lead")}>
            <PushSettings memberId={viewer.id} />
          </Section>
        </Topic>
        <Topic id="sign-in" title={t("topics.sign-in")}>
          <Section id="email" title={t("email.title")} lead={t("email.lead")}>
            <EmailSettings own={ownEmail} hasProof={isProved} isJustVerified={verified !== undefined} />
          </Section>
          <Section title={t("password.title")}>
            {passwordHash ? (
              <PasswordForm />
            ) : (
              <p className="text-ink-soft">
                {t("password.none", { providers: providers.map((id) => t(`providers.${id}`)).join(", ") })}
              </p>
            )}
          </Section>
          <Section id="passkeys" title={t("passkeys.title")} lead={t("passkeys.lead")}>
            <PasskeySettings viewer={viewer} hasProof={isProved} />
          </Section>
          <Section title={t("sessions.title")} lead={t("sessions.body")}>
            <SessionList memberId={viewer.id} />
            <ActionForm action={signOutEverywhereAction}>
              <SubmitButton variant="secondary">{t("sessions.submit")}</SubmitButton>
            </ActionForm>
          </Section>
          <Section id="security" title={t("log.title")} lead={t("log.lead")}>
            <SecurityLog memberId={viewer.id} />
          </Section>
        </Topic>
        <Topic id="data" title={t("topics.data")}>
          <Section title={shared("title")} lead={shared("lead")}>
            <OwnSharedReplies replies={sharedReplies} />
          </Section>
          <Section id="delete" title={t("delete.title")} lead={t("delete.body")}>
            {isProved ? (
              <DeleteAccountForm phrase={confirmationPhrase(viewer)} />
            ) : (
              <ProveFirst anchor="delete" />
            )}
          </Section>
        </Topic>
      </div>
    </ClientMessages>
  );
}

function Topic({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mb-12">
      <h2 id={id} className="scroll-mt-20 pb-4 font-serif text-xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Section({
  id,
  title,
  lead,
  children,
}: {
  id?: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      className="scroll-mt-20 grid gap-5 border-t border-line py-8 md:grid-cols-[18rem_minmax(0,30rem)] md:gap-12 md:py-10"
    >
      <div>
        <h3 className="font-serif text-lg">{title}</h3>
        {lead && <p className="mt-1.5 text-sm leading-relaxed text-ink-faint">{lead}</p>}
      </div>
      <div className="grid content-start gap-5">{children}</div>
    </section>
  );
}

function TimeZoneOptions({ current }: { current: string }) {
  // The browser's time zone may be valid but missing in the list ("UTC", an old alias).
  const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), current])].toSorted();
  return zones.map((zone) => (
    <option key={zone} value={zone}>
      {zone.replaceAll("_", " ")}
    </option>
  ));
}
