import "server-only";

import { hkdfSync } from "node:crypto";
import { env } from "../env.ts";

/**
 * Seals what the member typed and has not saved, where their browser keeps it. The pages of a signed-in member carry it,
 * and nothing keeps it: after a sign-out the browser holds words that nobody can read until the same member is back.
 * From AUTH_SECRET, so that it costs no statement; 32 bytes in base64url.
 */
export function draftKeyOf(memberId: string): string {
  return Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", `sora drafts ${memberId}`, 32)).toString(
    "base64url",
  );
}
