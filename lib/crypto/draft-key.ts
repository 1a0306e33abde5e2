import "server-only";

import { hkdfSync } from "node:crypto";
import { env } from "../env.ts";

/**
 * Seals unsaved text in the browser's storage. Only the pages of the signed-in member carry this key and nothing
 * stores it, so after a sign-out nobody can read the drafts until the same member returns. Derived from AUTH_SECRET
 * without a database read; 32 bytes in base64url.
 */
export function draftKeyOf(memberId: string): string {
  return Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", `sora drafts ${memberId}`, 32)).toString(
    "base64url",
  );
}
