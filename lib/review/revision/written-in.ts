import type { Locale } from "../../i18n/locale.ts";

/** The main language of a text. A Hangul syllable counts as 2.5 Latin letters. */
export function writtenIn(text: string): Locale {
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return hangul * 2.5 >= latin ? "ko" : "en";
}
