import type { Locale } from "../i18n/locale.ts";

/** The language that most of a text is in. A syllable of Hangul says about as much as two Latin letters or three. */
export function writtenIn(text: string): Locale {
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return hangul * 2.5 >= latin ? "ko" : "en";
}
