import { z } from "zod";
import type { FormState } from "../web/form-state.ts";
import { countChars, hasWords, writtenLine, writtenText } from "../written-text.ts";
import { isReservedSlug, isSlug } from "./gym-slug.ts";
import { maxSuggestionChars, minSuggestionChars } from "./text-limits.ts";

/** The form maps codes to sentences (messages: adminGym.errors, gym.suggest.errors). */
type GymFieldError = "MISSING" | "TOO_LONG" | "TOO_SHORT" | "SLUG_INVALID" | "SLUG_RESERVED" | "SLUG_TAKEN";

export type GymFormState = FormState<GymFieldError, "RATE_LIMITED" | "SIGNED_OUT">;

const code = (error: GymFieldError) => ({ error });

const maxLineChars = 120;

const line = z
  .string(code("MISSING"))
  .transform(writtenLine)
  .refine((text) => countChars(text) <= maxLineChars, code("TOO_LONG"));

const required = line.refine((text) => text.length > 0, code("MISSING"));
const optional = line.transform((text) => text || null);
/** A form of the previous release lacks this field: undefined keeps the saved value. */
const added = optional.optional();

export const gymSchema = z.object({
  name: required,
  nameEn: optional,
  district: required,
  districtEn: optional,
  address: required,
  addressEn: optional,
  nearby: added,
  nearbyEn: added,
});
export type GymInput = z.infer<typeof gymSchema>;

export const trainerSchema = z.object({
  name: required,
  nameEn: optional,
  specialty: required,
  specialtyEn: optional,
});
export type TrainerInput = z.infer<typeof trainerSchema>;

export const slugSchema = z.string().refine(isSlug);

const slug = z
  .string(code("SLUG_INVALID"))
  .transform((text) => text.trim())
  .refine((text) => text === "" || isSlug(text), code("SLUG_INVALID"))
  .refine((text) => !isReservedSlug(text), code("SLUG_RESERVED"));

export const newGymSchema = gymSchema.extend({ slug });
export const newTrainerSchema = trainerSchema.extend({ slug });

export const suggestionSchema = z.object({
  text: z
    .string(code("MISSING"))
    .transform(writtenText)
    .refine((text) => text.length > 0, code("MISSING"))
    .refine((text) => countChars(text) >= minSuggestionChars && hasWords(text), code("TOO_SHORT"))
    .refine((text) => countChars(text) <= maxSuggestionChars, code("TOO_LONG")),
  gym: z.string().catch(""),
});
