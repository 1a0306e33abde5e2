import "./globals.css";
// Bundles the error page's script with the layout. Otherwise the first scripts request it, and hydration waits one more
// round trip.
import "./error";

import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { BrowserSessionGuard } from "@/components/session/browser-session-guard";
import { earlyPaperScript } from "@/components/diary/early-paper-script";
import { KeepPush } from "@/components/notice/keep-push";
import { LiveNotices } from "@/components/notice/live-notices";
import { ClientMessages } from "@/components/shell/client-messages";
import { EarlyScript } from "@/components/shell/early-script";
import { Footer } from "@/components/shell/footer";
import { Header } from "@/components/shell/header";
import { OwnFonts } from "@/components/shell/own-fonts";
import { ThumbNav } from "@/components/shell/thumb-nav";
import { SkipLink } from "@/components/ui/skip-link";
import { ToastProvider } from "@/components/ui/toast";
import { UpdateNotice } from "@/components/update/update-notice";
import { getReader } from "@/lib/auth/viewer";
import { draftKeyOf } from "@/lib/crypto/draft-key";
import { type FontSet, fontsCookie, readFontSets } from "@/lib/fonts";
import { getNoticeState } from "@/lib/notice/notice-data";
import { vapidDetails } from "@/lib/notice/vapid";
import { isTheme, themeCookie, type Theme } from "@/lib/theme";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("title"), template: `%s · ${t("name")}` },
    description: t("description"),
    icons: { icon: "/icon.svg", apple: "/apple-touch-icon.png" },
    manifest: "/manifest.webmanifest",
  };
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme();
  const [day, night] = ["#f4f3ee", "#0b151b"];
  return {
    themeColor:
      theme === "system"
        ? [
            { media: "(prefers-color-scheme: light)", color: day },
            { media: "(prefers-color-scheme: dark)", color: night },
          ]
        : { light: day, dark: night }[theme],
    // A phone's keyboard shrinks the page instead of covering the buttons below the editor.
    interactiveWidget: "resizes-content",
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme, fonts, viewer, notices, t] = await Promise.all([
    getLocale(),
    chosenTheme(),
    cachedFonts(),
    getReader(),
    getReader().then((member) => member && getNoticeState(member.id)),
    getTranslations("shell"),
  ]);

  return (
    // The theme is set from a cookie in the HTML, so that nothing flashes without a script. The theme button changes the
    // attribute before hydration, so React must not warn.
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      data-fonts={fonts.filter((set) => set !== "page").join(" ") || undefined}
      suppressHydrationWarning
    >
      <body className="flex min-h-dvh flex-col">
        <ClientMessages>
          <BrowserSessionGuard memberId={viewer?.id ?? null} draftKey={viewer && draftKeyOf(viewer.id)}>
            <LiveNotices memberId={viewer?.id ?? null} initial={notices}>
              <ToastProvider>
                <SkipLink>{t("skip")}</SkipLink>
                <Header viewer={viewer} theme={theme} />
                <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
                  {children}
                </main>
                <Footer />
                {viewer && (
                  <ThumbNav
                    labels={{
                      navigation: t("navigation"),
                      today: t("thumb.today"),
                      past: t("thumb.past"),
                      gyms: t("gyms"),
                      account: t("account"),
                    }}
                  />
                )}
                <UpdateNotice memberId={viewer?.id ?? null} />
                <KeepPush
                  memberId={viewer && !viewer.isSuspended ? viewer.id : null}
                  publicKey={vapidDetails()?.publicKey ?? null}
                />
                <OwnFonts isReturning={fonts.includes("page")} />
              </ToastProvider>
            </LiveNotices>
          </BrowserSessionGuard>
        </ClientMessages>
        <EarlyScript code={earlyPaperScript} />
      </body>
    </html>
  );
}

async function cachedFonts(): Promise<FontSet[]> {
  return readFontSets((await cookies()).get(fontsCookie)?.value);
}

async function chosenTheme(): Promise<Theme> {
  const theme = (await cookies()).get(themeCookie)?.value;
  return isTheme(theme) ? theme : "system";
}
