import "server-only";

import { env } from "../env.ts";

/** Who Sora is to push services; null when it has no keys, and so no Web Push. */
export function vapidDetails() {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT, AUTH_URL } = env();
  if (!publicKey || !privateKey) return null;
  // Whom they would write to. Apple refuses what cannot be reached from outside, such as localhost.
  const site = AUTH_URL?.startsWith("https:") ? AUTH_URL : "mailto:sora@example.org";
  return { publicKey, privateKey, subject: VAPID_SUBJECT ?? site };
}
