import type { Locale } from "../i18n/locale.ts";

export function localText(locale: Locale, ko: string, en: string | null): string {
  return locale === "en" ? (en ?? ko) : ko;
}
