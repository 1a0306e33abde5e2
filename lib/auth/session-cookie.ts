import { decode, encode, type JWT } from "next-auth/jwt";
import { z } from "zod";
import { env } from "../env.ts";
import { processWide } from "../process-wide.ts";

export const sessionSeconds = 30 * 24 * 60 * 60;

/** Visits renew the cookie at most this often: fewer cookies, and no race with a sign-out in another tab. */
const renewAfterSeconds = 24 * 60 * 60;

export type SessionClaims = {
  memberId: string;
  sessionVersion: number;
  sessionId: string;
  /**
   * False for a cookie of a release without session rows. Valid as long as no row ends it; the row's id is the token's
   * id (docs/decisions/0029).
   */
  isRecorded: boolean;
};

const payloadSchema = z.object({
  memberId: z.uuid(),
  sessionVersion: z.number().int(),
  sessionId: z.uuid().optional(),
  jti: z.uuid(),
});

export function claimsOf(payload: unknown): SessionClaims | null {
  const { data } = payloadSchema.safeParse(payload);
  if (!data) return null;
  const { memberId, sessionVersion, sessionId, jti } = data;
  return { memberId, sessionVersion, sessionId: sessionId ?? jti, isRecorded: sessionId !== undefined };
}

/** No other data of the member: a client keeps the token for weeks. */
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

function cookieFor(headers: Headers) {
  const secure = isHttps(headers);
  return {
    name: `${secure ? "__Secure-" : ""}authjs.session-token`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: sessionSeconds } as const,
  };
}

type Payload = JWT & { iat: number; exp: number };

/**
 * Decrypted tokens, least recently used first. Decrypting costs 0.5 ms per request and always gives the same result.
 * The result is only a claim; getViewer() checks it in the database.
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
    // encode() writes both times into every token.
    return (await decode({ token, secret: env().AUTH_SECRET, salt })) as Payload | null;
  } catch {
    return null;
  }
}

/** Unproven claims: getViewer() checks them in the database. */
export async function readSession(headers: Headers, cookies: CookieReader): Promise<SessionClaims | null> {
  return claimsOf(await openCookie(headers, cookies));
}

export async function newSessionCookie(headers: Headers, claims: SessionClaims) {
  const { name, options } = cookieFor(headers);
  const token = tokenOf(claims);
  const value = await encode({ token, secret: env().AUTH_SECRET, salt: name, maxAge: sessionSeconds });
  return { name, value, ...options };
}

/**
 * The renewed cookie if it is due, else null. `record` creates a missing row. An ended session stays ended, because
 * the cookie names the same row.
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
