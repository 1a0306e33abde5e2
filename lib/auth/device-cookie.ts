import { randomUUID } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "../env.ts";
import { isHttps, type CookieReader } from "./session-cookie.ts";

/** A browser that members have signed in with: wrong passwords from elsewhere do not lock them out here. */
export type KnownDevice = { deviceId: string; memberIds: string[] };

/** The longest lifetime that browsers allow. Renewed by each sign-in. */
const deviceSeconds = 400 * 24 * 60 * 60;

/** Enough for a family. A new member replaces the one with the oldest sign-in. */
const maxMembers = 5;

const payloadSchema = z.object({ deviceId: z.uuid(), memberIds: z.array(z.uuid()).max(maxMembers) });

function cookieFor(headers: Headers) {
  const secure = isHttps(headers);
  return {
    name: `${secure ? "__Secure-" : ""}sora-device`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: deviceSeconds } as const,
  };
}

export async function readDevice(headers: Headers, cookies: CookieReader): Promise<KnownDevice | null> {
  const { name } = cookieFor(headers);
  const token = cookies.get(name)?.value;
  if (!token) return null;
  try {
    const payload = await decode({ token, secret: env().AUTH_SECRET, salt: name });
    return payloadSchema.safeParse(payload).data ?? null;
  } catch {
    return null; // made with another secret, or not by us
  }
}

export async function newDeviceCookie(headers: Headers, known: KnownDevice | null, memberId: string) {
  const { name, options } = cookieFor(headers);
  const others = known?.memberIds.filter((id) => id !== memberId) ?? [];
  const token: KnownDevice = {
    deviceId: known?.deviceId ?? randomUUID(),
    memberIds: [memberId, ...others].slice(0, maxMembers),
  };
  const value = await encode({ token, secret: env().AUTH_SECRET, salt: name, maxAge: deviceSeconds });
  return { name, value, ...options };
}
