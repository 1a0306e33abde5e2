import { z } from "zod";
import type { FormState } from "../web/form-state.ts";
import { countChars } from "../written-text.ts";
import { isCommonPassword } from "./common-passwords.ts";

/** Codes; the form writes the sentences (messages: account.errors). */
export type FieldError =
  | "EMAIL_INVALID"
  | "EMAIL_TAKEN"
  | "EMAIL_MISMATCH"
  | "EMAIL_SAME"
  | "NAME_MISSING"
  | "NAME_TOO_LONG"
  | "NAME_INVALID"
  | "PASSWORD_MISSING"
  | "PASSWORD_TOO_SHORT"
  | "PASSWORD_TOO_LONG"
  | "PASSWORD_IS_EMAIL"
  | "PASSWORD_COMMON"
  | "PASSWORD_WRONG"
  | "TIME_ZONE_UNKNOWN";

export type FormError =
  | "WRONG_CREDENTIALS"
  | "RATE_LIMITED"
  | "LINK_INVALID"
  | "EMAIL_IS_TAKEN"
  | "NEEDS_PROOF"
  | "PASSKEY_FAILED";

export type AccountFormState = FormState<FieldError, FormError>;

export const code = (error: FieldError) => ({ error });

/** Addresses of members without a verified one from their provider. Not deliverable. */
export const noEmailDomain = "no-email.invalid";

export const emailSchema = z
  .string(code("EMAIL_INVALID"))
  .max(254, code("EMAIL_INVALID"))
  .transform((email) => email.trim().normalize("NFC").toLowerCase())
  .pipe(z.email(code("EMAIL_INVALID")))
  .refine((email) => !email.endsWith(".invalid"), code("EMAIL_INVALID"));

/** Characters as people count them: "각" typed as three letters is one. */
const length = (text: string) => countChars(text.normalize("NFKC"));

export const passwordSchema = z
  .string(code("PASSWORD_MISSING"))
  .max(1_000, code("PASSWORD_TOO_LONG"))
  .refine((password) => length(password) >= 8, code("PASSWORD_TOO_SHORT"))
  .refine((password) => length(password) <= 128, code("PASSWORD_TOO_LONG"))
  .refine((password) => !isCommonPassword(password), code("PASSWORD_COMMON"));

/** Checks only the size, because older passwords may violate today's rules. */
export const typedPasswordSchema = z
  .string(code("PASSWORD_MISSING"))
  .min(1, code("PASSWORD_MISSING"))
  .max(1_000, code("PASSWORD_WRONG"));

const maxNameLength = 40;

const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\u00AD\u115F\u1160\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\u2800\u3164\uFEFF\uFFA0]/u;

export const nameSchema = z
  .string(code("NAME_MISSING"))
  .transform((name) => name.normalize("NFC").trim())
  .pipe(
    z
      .string()
      .min(1, code("NAME_MISSING"))
      .refine((name) => countChars(name) <= maxNameLength, code("NAME_TOO_LONG"))
      .refine((name) => !unseen.test(name), code("NAME_INVALID"))
      .refine((name) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(name), code("NAME_MISSING")),
  );

export const isOwnEmail = (password: string, email: string) =>
  password.normalize("NFKC").trim().toLowerCase() === email;

export const signUpSchema = z
  .object({ email: emailSchema, password: passwordSchema, name: nameSchema })
  .refine(({ email, password }) => !isOwnEmail(password, email), {
    path: ["password"],
    ...code("PASSWORD_IS_EMAIL"),
  });

export const signInSchema = z.object({ email: emailSchema, password: typedPasswordSchema });

export const emailChangeSchema = (current: string) =>
  z.object({ email: emailSchema.refine((email) => email !== current, code("EMAIL_SAME")) });

export const resetRequestSchema = z.object({ email: emailSchema });

export const linkTokenSchema = z.string().regex(/^[\w-]{43}$/);

export const resetSchema = z.object({ token: linkTokenSchema, password: passwordSchema });

export const proofSchema = z.object({ password: typedPasswordSchema });
