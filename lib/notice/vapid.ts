import "server-only";

import { env } from "../env.ts";

export function vapidDetails() {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT, AUTH_URL } = env();
  if (!publicKey || !privateKey) return null;
  // A contact for push services. Apple refuses unreachable ones such as localhost.
  const site = AUTH_URL?.startsWith("https:") ? AUTH_URL : "mailto:sora@example.org";
  return { publicKey, privateKey, subject: VAPID_SUBJECT ?? site };
}
