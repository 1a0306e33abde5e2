import { z } from "zod";
import { providerIds } from "../provider-ids.ts";

const nothing = z.object({});
const signInMethods = ["password", "passkey", ...providerIds] as const;
export type SignInMethod = (typeof signInMethods)[number];

export const securityEventSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("SIGNED_UP"), data: z.object({ method: z.enum(signInMethods) }) }),
  z.object({
    kind: z.literal("SIGNED_IN"),
    data: z.object({ method: z.enum(signInMethods), isNewDevice: z.boolean() }),
  }),
  z.object({ kind: z.literal("SIGNED_OUT_EVERYWHERE"), data: nothing }),
  z.object({ kind: z.literal("PASSWORD_CHANGED"), data: nothing }),
  z.object({ kind: z.literal("PASSWORD_RESET"), data: nothing }),
  z.object({ kind: z.literal("EMAIL_VERIFIED"), data: nothing }),
  z.object({ kind: z.literal("EMAIL_CHANGED"), data: nothing }),
  /** Its owner verified the address for another account. */
  z.object({ kind: z.literal("EMAIL_LOST"), data: nothing }),
  z.object({ kind: z.literal("PASSKEY_ADDED"), data: z.object({ name: z.string() }) }),
  z.object({ kind: z.literal("PASSKEY_REMOVED"), data: z.object({ name: z.string() }) }),
]);

export type SecurityEvent = z.infer<typeof securityEventSchema>;
