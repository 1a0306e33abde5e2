import { useLocale } from "next-intl";
import { localText } from "@/lib/gym/local-text";

/** A name in the reader's language. A Korean-only name is marked as Korean. */
export function LocalText({ ko, en }: { ko: string; en: string | null }) {
  const locale = useLocale();
  const text = localText(locale, ko, en);
  return locale === "en" && en === null ? <span lang="ko">{text}</span> : text;
}
