import "server-only";

import { cookies, headers } from "next/headers";
import type { Tx } from "../db.ts";
import { askingDevice } from "./asking-device.ts";
import { newDeviceCookie, readDevice } from "./device-cookie.ts";
import { newSessionCookie, readSession, type SessionClaims } from "./session-cookie.ts";
import { recordSignIn } from "./security-log/record-event.ts";
import type { SignInMethod } from "./security-log/schema.ts";
import { createSession } from "./sessions/data.ts";

type SignedIn = Pick<SessionClaims, "memberId" | "sessionVersion">;

/**
 * A session for the browser that asks, in place of the one it had; from now on it is a device that the member is known
 * to use.
 * @param method how they proved who they are, for their security log. None: the log has its own word for it.
 * @returns what the session's cookie is to claim.
 */
export async function openSession(member: SignedIn, method?: SignInMethod): Promise<SessionClaims> {
  const [asked, jar] = [await headers(), await cookies()];
  const [replaces, device] = [await readSession(asked, jar), await readDevice(asked, jar)];
  const isKnownDevice = device?.memberIds.includes(member.memberId) ?? false;
  const signIn = method && { method, isKnownDevice, memberId: member.memberId, device: await askingDevice() };
  const alongside = async (tx: Tx) => void (signIn && (await recordSignIn(tx, signIn)));
  const session = await createSession({ ...member, headers: asked, replaces, alongside });
  jar.set(await newDeviceCookie(asked, device, member.memberId));
  return session;
}

/** Signs this browser in: after a sign-up or by a passkey, and again after a password change ended every session. */
export async function startSession(member: SignedIn, method?: SignInMethod): Promise<void> {
  (await cookies()).set(await newSessionCookie(await headers(), await openSession(member, method)));
}
