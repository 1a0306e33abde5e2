export const locales = ["ko", "en"] as const;
export type Locale = (typeof locales)[number];

/** In the language itself, so that its speakers find it. */
export const localeNames: Record<Locale, string> = { ko: "한국어", en: "English" };

const defaultLocale: Locale = "ko";
export const localeCookie = "locale";

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The best of our languages for an Accept-Language header: highest q first, then the header's order. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const q = parameters
        .map((parameter) => parameter.trim())
        .find((parameter) => parameter.startsWith("q="));
      return { language: tag.split("-")[0], q: q ? Number(q.slice(2)) : 1 };
    })
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q);

  return wanted.map(({ language }) => language).find(isLocale) ?? defaultLocale;
}
