import "server-only";

import { headers } from "next/headers";
import { env } from "../../env.ts";
import { isHttps } from "../session-cookie.ts";

/**
 * Whom passkeys are for. Without AUTH_URL it is the host that the browser asked: a browser signs only for the site it is
 * on, so a made-up host gets a signature of no use anywhere else.
 */
export async function relyingParty(): Promise<{ rpID: string; origin: string }> {
  const asked = await headers();
  const { AUTH_URL } = env();
  const scheme = isHttps(asked) ? "https" : "http";
  const { origin, hostname } = new URL(AUTH_URL ?? `${scheme}://${asked.get("host") ?? "localhost"}`);
  return { rpID: hostname, origin };
}
