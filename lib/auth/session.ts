import "server-only";

import { cookies, headers } from "next/headers";
import { newDeviceCookie, readDevice } from "./device-cookie.ts";
import { newSessionCookie, readSession, type SessionClaims } from "./session-cookie.ts";
import { createSession } from "./sessions/data.ts";

type SignedIn = Pick<SessionClaims, "memberId" | "sessionVersion">;

/**
 * A session for the browser that asks, in place of the one it had; from now on it is a device that the member is known
 * to use. @returns what the session's cookie is to claim.
 */
export async function openSession(member: SignedIn): Promise<SessionClaims> {
  const [asked, jar] = [await headers(), await cookies()];
  const [replaces, device] = [await readSession(asked, jar), await readDevice(asked, jar)];
  const session = await createSession({ ...member, headers: asked, replaces });
  jar.set(await newDeviceCookie(asked, device, member.memberId));
  return session;
}

/** Signs this browser in: after a sign-up, and again after a password change ended every session. */
export async function startSession(member: SignedIn): Promise<void> {
  (await cookies()).set(await newSessionCookie(await headers(), await openSession(member)));
}
