import "server-only";

import { cookies, headers } from "next/headers";
import { localeCookie } from "@/lib/i18n/locale";
import { newSessionCookie, type SessionClaims } from "./session-cookie";

/** Signs this browser in: after a sign-up, and again after a password change ended every session. */
export async function startSession(claims: SessionClaims) {
  (await cookies()).set(await newSessionCookie(await headers(), claims));
}

export const yearSeconds = 365 * 24 * 60 * 60;

export async function rememberLocale(locale: string) {
  (await cookies()).set(localeCookie, locale, {
    path: "/",
    maxAge: yearSeconds,
    sameSite: "lax",
    httpOnly: true,
  });
}
