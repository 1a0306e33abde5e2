import "server-only";

import webPush from "web-push";

import { postPush, type PushAnswer, type Resolve } from "./post-push.ts";
import { readPushEndpoint } from "./push-endpoint.ts";
import type { PushMessage } from "./push-message.ts";
import { vapidDetails } from "./vapid.ts";

/** A device that is offline for longer gets no push; the notice remains. */
export const pushTtlSeconds = 24 * 60 * 60;

export type PushTarget = { endpoint: string; p256dh: string; auth: string };

type PushOutcome =
  | { kind: "SENT" }
  | { kind: "GONE" }
  | { kind: "LATER"; retryAfterSeconds: number | undefined }
  /** A retry would be refused too. `status` is null when the endpoint may not be called or no VAPID keys are set. */
  | { kind: "REFUSED"; status: number | null };

export async function sendPush(
  { endpoint, p256dh, auth }: PushTarget,
  message: PushMessage,
  resolve?: Resolve,
): Promise<PushOutcome> {
  const vapid = vapidDetails();
  const service = readPushEndpoint(endpoint);
  if (!vapid || !service) return { kind: "REFUSED", status: null };

  const { origin } = service.url;
  const { cipherText: body } = webPush.encrypt(p256dh, auth, JSON.stringify(message), "aes128gcm");
  const headers = {
    ...webPush.getVapidHeaders(origin, vapid.subject, vapid.publicKey, vapid.privateKey, "aes128gcm"),
    "content-type": "application/octet-stream",
    "content-encoding": "aes128gcm",
    "content-length": body.length,
    ttl: pushTtlSeconds,
    urgency: "normal",
    topic: message.tag,
  };
  try {
    return outcomeOf(await postPush(service, { headers, body }, resolve));
  } catch {
    return { kind: "LATER", retryAfterSeconds: undefined };
  }
}

function outcomeOf({ status, retryAfterSeconds }: PushAnswer): PushOutcome {
  if (status >= 200 && status < 300) return { kind: "SENT" };
  if (status === 404 || status === 410) return { kind: "GONE" };
  if (status === 408 || status === 429 || status >= 500) return { kind: "LATER", retryAfterSeconds };
  return { kind: "REFUSED", status };
}
