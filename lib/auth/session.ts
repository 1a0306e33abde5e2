import "server-only";

import { cookies, headers } from "next/headers";
import type { Tx } from "../db.ts";
import { log } from "../log/log.ts";
import { askingDevice } from "./asking-device.ts";
import { newDeviceCookie, readDevice } from "./device-cookie.ts";
import { newSessionCookie, readSession, type SessionClaims } from "./session-cookie.ts";
import { recordSignIn } from "./security-log/record-event.ts";
import type { SignInMethod } from "./security-log/schema.ts";
import { createSession } from "./sessions/data.ts";

type SignedIn = Pick<SessionClaims, "memberId" | "sessionVersion">;

/**
 * Opens a session for the current browser, replaces its previous one, and makes the browser a known device of the
 * member.
 * @param method for the security log. Missing after a sign-up and a password change, which have their own events
 * @returns the claims for the session's cookie
 */
export async function openSession(member: SignedIn, method?: SignInMethod): Promise<SessionClaims> {
  const [asked, jar] = [await headers(), await cookies()];
  const [replaces, device] = [await readSession(asked, jar), await readDevice(asked, jar)];
  const isKnownDevice = device?.memberIds.includes(member.memberId) ?? false;
  const signIn = method && { method, isKnownDevice, memberId: member.memberId, device: await askingDevice() };
  const alongside = async (tx: Tx) => void (signIn && (await recordSignIn(tx, signIn)));
  const session = await createSession({ ...member, headers: asked, replaces, alongside });
  jar.set(await newDeviceCookie(asked, device, member.memberId));
  log.info("signed in", { kind: method, memberId: member.memberId });
  return session;
}

export async function startSession(member: SignedIn, method?: SignInMethod): Promise<void> {
  (await cookies()).set(await newSessionCookie(await headers(), await openSession(member, method)));
}
