import { createHash, createHmac } from "node:crypto";

import { env } from "../env.ts";

/**
 * The secret part of a mailed link. It follows from the link's random id and AUTH_SECRET, so a mail that is sent again
 * carries the same link, and the database never holds what opens it.
 */
export function linkToken(linkId: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`account-link\0${linkId}`).digest("base64url");
}

/** What is stored of a token, and what finds its link. */
export function linkTokenHash(token: string): Buffer<ArrayBuffer> {
  return createHash("sha256").update(token).digest();
}
