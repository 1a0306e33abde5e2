import { getRequestConfig } from "next-intl/server";
import { cookies, headers } from "next/headers";
import { getViewer } from "@/lib/auth/viewer";
import { isLocale, localeCookie, negotiateLocale, type Locale } from "./locale";

const messages = {
  ko: () => import("@/messages/ko.json"),
  en: () => import("@/messages/en.json"),
} satisfies Record<Locale, () => Promise<unknown>>;

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : negotiateLocale((await headers()).get("accept-language"));

  return {
    locale,
    messages: (await messages[locale]()).default,
    timeZone: (await getViewer())?.timeZone ?? "Asia/Seoul",
  };
});
