import { decode, encode, type JWT } from "next-auth/jwt";
import { z } from "zod";
import { env } from "../env.ts";
import { processWide } from "../process-wide.ts";

/** A session lasts this long after the last visit. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** Visits prolong it at most this often: fewer cookies set, and no race with a sign-out in another tab. */
const renewAfterSeconds = 24 * 60 * 60;

export type SessionClaims = {
  memberId: string;
  sessionVersion: number;
  /** Of the row that says whether it still holds (lib/auth/sessions/). */
  sessionId: string;
  /**
   * False: its cookie is of a release that kept no sessions. It holds until a row says otherwise, and the token's own
   * id is the row's. docs/decisions/0029
   */
  isRecorded: boolean;
};

/** What a token holds. Releases that kept no sessions wrote no `sessionId`. */
const payloadSchema = z.object({
  memberId: z.uuid(),
  sessionVersion: z.number().int(),
  sessionId: z.uuid().optional(),
  jti: z.uuid(),
});

/** What a token claims; null when it is none of ours. */
export function claimsOf(payload: unknown): SessionClaims | null {
  const { data } = payloadSchema.safeParse(payload);
  if (!data) return null;
  const { memberId, sessionVersion, sessionId, jti } = data;
  return { memberId, sessionVersion, sessionId: sessionId ?? jti, isRecorded: sessionId !== undefined };
}

/** What is written into a token. Nothing else about the member: a client keeps it for weeks. */
export const tokenOf = ({ memberId, sessionVersion, sessionId }: SessionClaims) => ({
  memberId,
  sessionVersion,
  sessionId,
});

export type CookieReader = { get(name: string): { value: string } | undefined };

export function isHttps(headers: Headers): boolean {
  const protocol = env().AUTH_URL ?? headers.get("x-forwarded-proto") ?? "";
  return protocol.startsWith("https");
}

/** The same cookie that next-auth reads and writes. */
function cookieFor(headers: Headers) {
  const secure = isHttps(headers);
  return {
    name: `${secure ? "__Secure-" : ""}authjs.session-token`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: sessionSeconds } as const,
  };
}

type Payload = JWT & { iat: number; exp: number };

/**
 * Opened tokens, oldest first: opening one costs half a millisecond of every request and gives the same answer
 * each time. What it answers is still only a claim, checked against the database by getViewer().
 */
const opened = processWide("opened-sessions", () => new Map<string, Payload>());
const maxOpened = 2_000;

async function openCookie(headers: Headers, cookies: CookieReader): Promise<Payload | null> {
  const { name } = cookieFor(headers);
  const token = cookies.get(name)?.value;
  if (!token) return null;

  const key = `${name}=${token}`;
  const payload = opened.get(key) ?? (await decrypt(token, name));
  if (!payload || payload.exp * 1000 < Date.now()) return null;

  opened.delete(key);
  opened.set(key, payload);
  const [oldest] = opened.keys();
  if (oldest !== undefined && opened.size > maxOpened) opened.delete(oldest);
  return payload;
}

async function decrypt(token: string, salt: string) {
  try {
    // encode() puts both times into every token.
    return (await decode({ token, secret: env().AUTH_SECRET, salt })) as Payload | null;
  } catch {
    // Expired, tampered with, or made with another secret: signed out.
    return null;
  }
}

/** What the cookie claims. Nothing is proven by it yet: getViewer() asks the database. */
export async function readSession(headers: Headers, cookies: CookieReader): Promise<SessionClaims | null> {
  return claimsOf(await openCookie(headers, cookies));
}

/** For a session that has its row: createSession() and recordSession() make one. */
export async function newSessionCookie(headers: Headers, claims: SessionClaims) {
  const { name, options } = cookieFor(headers);
  const token = tokenOf(claims);
  const value = await encode({ token, secret: env().AUTH_SECRET, salt: name, maxAge: sessionSeconds });
  return { name, value, ...options };
}

/**
 * The cookie that prolongs a visitor's session, when it is due; one that has no row yet gets it by `record`. A session
 * that has ended stays so: the cookie names the same row.
 */
export async function renewedSessionCookie(
  headers: Headers,
  cookies: CookieReader,
  record: (claims: SessionClaims, headers: Headers) => Promise<SessionClaims>,
) {
  const payload = await openCookie(headers, cookies);
  const claims = claimsOf(payload);
  if (!payload || !claims) return null;
  if (!claims.isRecorded) return newSessionCookie(headers, await record(claims, headers));
  return Date.now() / 1000 - payload.iat < renewAfterSeconds ? null : newSessionCookie(headers, claims);
}
