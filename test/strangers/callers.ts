import { createMember } from "../../lib/auth/create-member.ts";
import { newSessionCookie } from "../../lib/auth/session-cookie.ts";
import { createSession } from "../../lib/auth/sessions/data.ts";
import { pool } from "../../lib/db.ts";
import type { Door } from "./doors.ts";

/** Every kind of caller. None of them is the one whose things are asked for. */
export const callerKinds = [
  "nobody",
  "expired session",
  "revoked session",
  "session before a sign-out everywhere",
  "session of another secret",
  "suspended member",
  "unverified member",
  "member",
  "moderator",
  "admin",
] as const;
export type CallerKind = (typeof callerKinds)[number];

export type Caller = { kind: CallerKind; id: string | null; cookie: string };

const signedOut: readonly CallerKind[] = callerKinds.slice(0, 5);

const admitted: Record<Door, readonly CallerKind[]> = {
  everybody: callerKinds,
  readers: callerKinds.slice(5),
  members: callerKinds.slice(6),
  moderators: ["moderator", "admin"],
  admins: ["admin"],
  nobody: [],
};

export const mayEnter = (kind: CallerKind, door: Door): boolean => admitted[door].includes(kind);
export const isSignedOut = (kind: CallerKind): boolean => signedOut.includes(kind);

/** What makes a member, or their session, of that kind: run after both are made. $1 is the member's id. */
const changes: Partial<Record<CallerKind, string>> = {
  "expired session": "UPDATE session SET ends_at = now() - interval '1 second' WHERE member_id = $1",
  "revoked session": "UPDATE session SET revoked_at = now() WHERE member_id = $1",
  "session before a sign-out everywhere":
    "UPDATE member SET session_version = session_version + 1 WHERE id = $1",
  "suspended member": "UPDATE member SET suspended_at = now() WHERE id = $1",
  "unverified member": "UPDATE member SET email_verified_at = NULL WHERE id = $1",
  moderator: "UPDATE member SET role = 'MODERATOR' WHERE id = $1",
  admin: "UPDATE member SET role = 'ADMIN' WHERE id = $1",
};

let made = 0;

/** A member with a session. Their address is verified. */
export async function newSignedIn(name: string): Promise<{ id: string; cookie: string; sessionId: string }> {
  const email = `caller-${(made += 1)}-${Date.now()}@strangers.test`;
  const created = await createMember({ email, name, emailVerifiedAt: new Date() });
  if (!created.ok) throw new Error(created.error);
  const { id, sessionVersion } = created.data;
  const headers = new Headers();
  const claims = await createSession({ memberId: id, sessionVersion, headers });
  const { name: cookieName, value } = await newSessionCookie(headers, claims);
  return { id, cookie: `${cookieName}=${value}`, sessionId: claims.sessionId };
}

export async function newCaller(kind: CallerKind): Promise<Caller> {
  if (kind === "nobody") return { kind, id: null, cookie: "" };
  const { id, cookie } = await newSignedIn(kind);
  if (kind === "session of another secret") return { kind, id, cookie: await forgedCookie(cookie) };
  const change = changes[kind];
  if (change) await pool.query(change, [id]);
  return { kind, id, cookie };
}

/** The same cookie as its member's, as somebody makes it who lacks the server's secret. */
async function forgedCookie(cookie: string): Promise<string> {
  const { decode, encode } = await import("next-auth/jwt");
  const [name, token] = cookie.split("=") as [string, string];
  const secret = process.env.AUTH_SECRET!;
  const claims = await decode({ token, secret, salt: name });
  return `${name}=${await encode({ token: claims!, secret: "another secret, which is long enough", salt: name })}`;
}
