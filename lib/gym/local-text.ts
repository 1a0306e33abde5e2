import type { Locale } from "../i18n/locale.ts";

/** What an admin wrote in Korean and maybe in English too, as a reader of `locale` is shown it. */
export function localText(locale: Locale, ko: string, en: string | null): string {
  return locale === "en" ? (en ?? ko) : ko;
}
