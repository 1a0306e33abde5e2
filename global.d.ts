import type { Locale } from "@/lib/i18n/locale";
import type messages from "@/messages/ko.json";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
  }
}

declare module "next-auth" {
  interface User {
    /** Only from a sign-in with a password; a provider's person has none. */
    sessionVersion?: number;
  }
}
