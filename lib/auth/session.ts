import "server-only";

import { cookies, headers } from "next/headers";
import { newSessionCookie, readSession, type SessionClaims } from "./session-cookie.ts";
import { createSession } from "./sessions/data.ts";

type SignedIn = Pick<SessionClaims, "memberId" | "sessionVersion">;

/** A session for the browser that asks, in place of the one it had. @returns what its cookie is to claim. */
export async function openSession(member: SignedIn): Promise<SessionClaims> {
  const asked = await headers();
  return createSession({ ...member, headers: asked, replaces: await readSession(asked, await cookies()) });
}

/** Signs this browser in: after a sign-up, and again after a password change ended every session. */
export async function startSession(member: SignedIn): Promise<void> {
  (await cookies()).set(await newSessionCookie(await headers(), await openSession(member)));
}
