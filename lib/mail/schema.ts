import { z } from "zod";

export const securityMailEvents = [
  "NEW_SIGN_IN",
  "PASSWORD_CHANGED",
  "PASSWORD_RESET",
  "EMAIL_CHANGED",
  "PASSKEY_ADDED",
  "PASSKEY_REMOVED",
] as const;

const withLink = z.object({ linkId: z.uuid() });

const ofDevice = z.object({ device: z.string(), timeZone: z.string() });

/** Ids and codes: the sentences are rendered when the mail is sent. */
export const mailContentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("VERIFY_EMAIL"), data: withLink }),
  z.object({ kind: z.literal("CHANGE_EMAIL"), data: withLink }),
  z.object({ kind: z.literal("RESET_PASSWORD"), data: withLink }),
  z.object({
    kind: z.literal("SECURITY"),
    data: ofDevice.extend({ event: z.enum(securityMailEvents) }),
  }),
  z.object({ kind: z.literal("ACCOUNT_DELETED"), data: ofDevice }),
]);

export type MailContent = z.infer<typeof mailContentSchema>;
