import { z } from "zod";
import { isReservedSlug, isSlug } from "./gym-slug.ts";

/** Codes, not sentences: the form that shows them writes the sentence (messages: adminGym.errors, gym.suggest.errors). */
export type GymFieldError =
  | "MISSING"
  | "TOO_LONG"
  | "TOO_SHORT"
  | "SLUG_INVALID"
  | "SLUG_RESERVED"
  | "SLUG_TAKEN";

/** What a form shows after it was sent: errors beside their fields, and what was typed. */
export type GymFormState = {
  fields?: Record<string, GymFieldError | undefined>;
  values?: Record<string, string>;
  retryAfterSeconds?: number;
  isDone?: boolean;
};

export type GymFormAction = (state: GymFormState, form: FormData) => Promise<GymFormState>;

const code = (error: GymFieldError) => ({ error });

export const maxLineChars = 120;

/** One line of text, its spaces tidied. Control characters come from pasting, and NUL is refused by the database. */
const line = z
  .string(code("MISSING"))
  .transform((text) =>
    text
      .normalize("NFC")
      .replace(/[\s\p{Cc}]+/gu, " ")
      .trim(),
  )
  .refine((text) => Array.from(text).length <= maxLineChars, code("TOO_LONG"));

const required = line.refine((text) => text.length > 0, code("MISSING"));
const optional = line.transform((text) => text || null);

export const gymSchema = z.object({
  name: required,
  nameEn: optional,
  district: required,
  districtEn: optional,
  address: required,
  addressEn: optional,
});
export type GymInput = z.infer<typeof gymSchema>;

export const trainerSchema = z.object({
  name: required,
  nameEn: optional,
  specialty: required,
  specialtyEn: optional,
});
export type TrainerInput = z.infer<typeof trainerSchema>;

/** As typed, or empty: then one is made from the English name. */
const slug = z
  .string(code("SLUG_INVALID"))
  .transform((text) => text.trim())
  .refine((text) => text === "" || isSlug(text), code("SLUG_INVALID"))
  .refine((text) => !isReservedSlug(text), code("SLUG_RESERVED"));

export const newGymSchema = gymSchema.extend({ slug });
export const newTrainerSchema = trainerSchema.extend({ slug });

export const maxSuggestionChars = 500;

export const suggestionSchema = z.object({
  text: z
    .string(code("MISSING"))
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/\r\n?/g, "\n")
        .replace(/[^\P{Cc}\n]/gu, " ")
        .trim(),
    )
    .refine((text) => text.length > 0, code("MISSING"))
    .refine((text) => Array.from(text).length >= 2, code("TOO_SHORT"))
    .refine((text) => Array.from(text).length <= maxSuggestionChars, code("TOO_LONG")),
  gym: z.string().catch(""),
});

/** The first error of each field. */
export function gymFieldErrors(error: z.ZodError): Record<string, GymFieldError> {
  const first: Record<string, GymFieldError> = {};
  // Messages are codes: every rule above is given one.
  for (const { path, message } of error.issues) first[String(path[0])] ??= message as GymFieldError;
  return first;
}
