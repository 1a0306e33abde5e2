import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { nameSchema } from "../schema.ts";

export type RegistrationResponse = RegistrationResponseJSON;
export type AuthenticationResponse = AuthenticationResponseJSON;

const credentialSchema = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom" });
      return z.NEVER;
    }
  })
  .pipe(z.looseObject({ id: z.string().max(1_400), response: z.looseObject({}) }));

export const assertionSchema = z.object({
  credential: credentialSchema.transform((credential) => credential as unknown as AuthenticationResponse),
});

export const newPasskeySchema = z.object({
  credential: credentialSchema.transform((credential) => credential as unknown as RegistrationResponse),
  name: nameSchema,
});

export const passkeyIdSchema = z.object({ id: z.string().max(1_400) });
export const renamedPasskeySchema = z.object({ id: z.string().max(1_400), name: nameSchema });
