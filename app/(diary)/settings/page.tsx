import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { DeleteAccountForm } from "@/components/account/delete-account-form";
import { LanguageButtons } from "@/components/account/language-buttons";
import { PasswordForm } from "@/components/account/password-form";
import { ProfileForm } from "@/components/account/profile-form";
import { SessionList } from "@/components/account/session-list";
import { OwnSharedReplies } from "@/components/feedback/own-shared-replies";
import { PushSettings } from "@/components/notice/push-settings";
import { ClientMessages } from "@/components/shell/client-messages";
import { themeLabels } from "@/components/shell/theme-labels";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { SubmitButton } from "@/components/ui/submit-button";
import { signOutEverywhereAction } from "@/lib/account/actions";
import { getPasswordHash, listProviders } from "@/lib/account/data";
import { confirmationPhrase, shownEmail } from "@/lib/account/policy";
import { requireViewer } from "@/lib/auth/viewer";
import { listOwnSharedReplies } from "@/lib/diary/share-reply";
import { isTheme, themeCookie } from "@/lib/theme";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  const viewer = await requireViewer();
  const [t, notices, shared, labels, passwordHash, providers, theme, sharedReplies] = await Promise.all([
    getTranslations("settings"),
    getTranslations("notice.push"),
    getTranslations("sharing.own"),
    themeLabels(),
    getPasswordHash(viewer.id),
    listProviders(viewer.id),
    cookies().then((jar) => jar.get(themeCookie)?.value),
    listOwnSharedReplies(viewer.id),
  ]);
  const email = shownEmail(viewer.email);
  const shownTheme = isTheme(theme) ? theme : "system";

  return (
    <ClientMessages namespaces={["account", "notice", "settings"]}>
      <div className="wrap py-10 sm:py-14">
        <h1 className="mb-6 font-serif text-title">{t("title")}</h1>
        <Section title={t("profile.title")}>
          {email && (
            <dl className="grid gap-0.5">
              <dt className="text-sm font-medium">{t("profile.email")}</dt>
              <dd className="min-w-0 text-ink-soft wrap-anywhere">{email}</dd>
            </dl>
          )}
          <ProfileForm name={viewer.name} timeZone={viewer.timeZone}>
            <TimeZoneOptions current={viewer.timeZone} />
          </ProfileForm>
        </Section>
        <Section title={t("look.title")}>
          <ThemeSwitch key={shownTheme} theme={shownTheme} labels={labels} isLegendHidden={false} />
          <LanguageButtons legend={t("look.language")} />
        </Section>
        <Section title={notices("title")} lead={notices("lead")}>
          <PushSettings memberId={viewer.id} />
        </Section>
        <Section title={shared("title")} lead={shared("lead")}>
          <OwnSharedReplies replies={sharedReplies} />
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
        <Section title={t("sessions.title")} lead={t("sessions.body")}>
          <SessionList memberId={viewer.id} />
          <form action={signOutEverywhereAction}>
            <SubmitButton variant="secondary">{t("sessions.submit")}</SubmitButton>
          </form>
        </Section>
        <Section title={t("delete.title")} lead={t("delete.body")}>
          <DeleteAccountForm phrase={confirmationPhrase(viewer)} />
        </Section>
      </div>
    </ClientMessages>
  );
}

function Section({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-5 border-t border-line py-8 md:grid-cols-[18rem_minmax(0,30rem)] md:gap-12 md:py-10">
      <div>
        <h2 className="font-serif text-lg">{title}</h2>
        {lead && <p className="mt-1.5 text-sm leading-relaxed text-ink-faint">{lead}</p>}
      </div>
      <div className="grid content-start gap-5">{children}</div>
    </section>
  );
}

function TimeZoneOptions({ current }: { current: string }) {
  // The browser may have given a name that is valid but not in the list ("UTC", an old alias).
  const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), current])].toSorted();
  return zones.map((zone) => (
    <option key={zone} value={zone}>
      {zone.replaceAll("_", " ")}
    </option>
  ));
}
