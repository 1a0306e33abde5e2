import { getRequestConfig } from "next-intl/server";
import { cookies, headers } from "next/headers";
import { getReader } from "./auth/viewer.ts";
import { defaultTimeZone } from "./time/time-zone.ts";
import { isLocale, localeCookie, negotiateLocale, type Locale } from "./i18n/locale.ts";

const messages = {
  ko: () => import("../messages/ko.json"),
  en: () => import("../messages/en.json"),
} satisfies Record<Locale, () => Promise<unknown>>;

export default getRequestConfig(async () => {
  const viewer = await getReader();
  // This device's choice, else the account's, else the browser's languages.
  const chosen = (await cookies()).get(localeCookie)?.value ?? viewer?.locale;
  const locale = isLocale(chosen) ? chosen : negotiateLocale((await headers()).get("accept-language"));

  return {
    locale,
    messages: (await messages[locale]()).default,
    timeZone: viewer?.timeZone ?? defaultTimeZone,
  };
});
