import { createHash, createHmac } from "node:crypto";

import { env } from "../env.ts";

/**
 * The secret part of a mailed link, derived from the link's random id and AUTH_SECRET. A mail that is sent again has
 * the same link, and the database never stores what opens it.
 */
export function linkToken(linkId: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`account-link\0${linkId}`).digest("base64url");
}

export function linkTokenHash(token: string): Buffer<ArrayBuffer> {
  return createHash("sha256").update(token).digest();
}
