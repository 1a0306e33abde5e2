import "server-only";

import { headers } from "next/headers";
import { env } from "../../env.ts";
import { isHttps } from "../session-cookie.ts";

/**
 * Without AUTH_URL the host comes from the request. A browser signs only for the site it is on, so a forged host
 * yields a signature that is useless elsewhere.
 */
export async function relyingParty(): Promise<{ rpID: string; origin: string }> {
  const asked = await headers();
  const { AUTH_URL } = env();
  const scheme = isHttps(asked) ? "https" : "http";
  const { origin, hostname } = new URL(AUTH_URL ?? `${scheme}://${asked.get("host") ?? "localhost"}`);
  return { rpID: hostname, origin };
}
