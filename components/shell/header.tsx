import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { Bell } from "@/components/notice/bell";
import { SignOutForm } from "@/components/notice/sign-out-form";
import { Icon } from "@/components/ui/icon";
import { shownEmail } from "@/lib/account/policy";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import type { Theme } from "@/lib/theme";
import { AccountMenu } from "./account-menu";
import { accountMenuId } from "./account-menu-id";
import { HeaderPopover } from "./header-popover";
import { LocaleSwitch } from "./locale-switch";
import { NavLink } from "./nav-link";
import { SampleBanner } from "./sample-banner";
import { ShellMark } from "./shell-mark";
import { SignInLink } from "./sign-in-link";
import { ThemeSwitch } from "./theme-switch";
import { themeLabels } from "./theme-labels";

const menuItem =
  "flex min-h-11 w-full items-center gap-3 rounded-control px-3 text-left text-[0.9375rem] hover:bg-sunk";

export async function Header({ viewer, theme }: { viewer: Viewer | null; theme: Theme }) {
  const t = await getTranslations("shell");
  const themeSwitch = <ThemeSwitch key={theme} theme={theme} labels={await themeLabels()} />;

  return (
    <header className="print:hidden">
      {env().SORA_SAMPLE_MODEL && <SampleBanner />}
      <div className="wrap flex h-16 items-center gap-1">
        <Link
          href={viewer ? "/diary" : "/"}
          className="-ml-1.5 flex min-h-11 items-center gap-2 rounded-control px-1.5"
        >
          <ShellMark />
          <span className={`font-serif text-xl ${viewer ? "" : "max-[24rem]:sr-only"}`}>{t("name")}</span>
        </Link>
        <nav aria-label={t("navigation")} className={`flex sm:ml-4 ${viewer ? "max-sm:hidden" : ""}`}>
          {viewer && <NavLink href="/diary">{t("diary")}</NavLink>}
          <NavLink href="/gyms">{t("gyms")}</NavLink>
        </nav>
        <div className="ml-auto flex items-center">
          <LocaleSwitch />
          {viewer && <Bell />}
          {viewer ? (
            <>
              <AccountMenu>
                <div className="px-3 pt-1 pb-3">
                  <p className="truncate font-semibold">{viewer.name}</p>
                  <p className="truncate text-sm text-ink-faint">{shownEmail(viewer.email)}</p>
                </div>
                {themeSwitch}
                <div className="mt-3 border-t border-line pt-2">
                  <Link href="/me/reviews" className={menuItem}>
                    {t("reviews")}
                  </Link>
                  <Link href="/settings" className={menuItem}>
                    {t("settings")}
                  </Link>
                  {viewer.role !== "MEMBER" && (
                    <Link href="/admin/moderation" className={menuItem}>
                      {t("admin")}
                    </Link>
                  )}
                  <SignOutForm>
                    <button className={menuItem}>{t("signOut")}</button>
                  </SignOutForm>
                </div>
              </AccountMenu>
              <button
                type="button"
                popoverTarget={accountMenuId}
                aria-label={t("account")}
                className="grid size-11 place-items-center rounded-control text-ink-soft transition-colors hover:bg-sunk hover:text-ink max-sm:hidden"
              >
                <Icon name="person" />
              </button>
            </>
          ) : (
            <>
              <HeaderPopover label={t("theme.legend")} trigger={<ThemeIcon />}>
                {themeSwitch}
              </HeaderPopover>
              <SignInLink>{t("signIn")}</SignInLink>
            </>
          )}
        </div>
      </div>
      <div className="horizon" />
    </header>
  );
}

function ThemeIcon() {
  return (
    <>
      <Icon name="sun" className="size-5 night:hidden" />
      <Icon name="moon" className="hidden size-5 night:block" />
    </>
  );
}
