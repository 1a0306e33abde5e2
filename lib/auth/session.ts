import "server-only";

import { cookies, headers } from "next/headers";
import { newSessionCookie, type SessionClaims } from "./session-cookie.ts";

/** Signs this browser in: after a sign-up, and again after a password change ended every session. */
export async function startSession(claims: SessionClaims) {
  (await cookies()).set(await newSessionCookie(await headers(), claims));
}
