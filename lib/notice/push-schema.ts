import { createECDH } from "node:crypto";
import { z } from "zod";

import { readPushEndpoint } from "./push-endpoint.ts";

const bytes = (count: number) =>
  z
    .string()
    .regex(/^[\w-]+={0,2}$/)
    .refine((text) => Buffer.from(text, "base64url").length === count);

/** A point off the curve would fail in every encryption. */
function isPublicKey(text: string): boolean {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  try {
    pair.computeSecret(text, "base64url");
    return true;
  } catch {
    return false;
  }
}

const endpointSchema = z.string().max(2048);

export const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * As PushSubscription.toJSON() returns it. `replaces`: the browser's previous endpoint. Pages do not store endpoints
 * and send the fingerprint.
 */
export const subscriptionSchema = z.object({
  endpoint: endpointSchema.refine((endpoint) => readPushEndpoint(endpoint) !== null),
  keys: z.object({ p256dh: bytes(65).refine(isPublicKey), auth: bytes(16) }),
  replaces: endpointSchema.optional(),
  replacesFingerprint: fingerprintSchema.optional(),
});

export const subscriptionIdSchema = z.uuid();
