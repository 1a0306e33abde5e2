import { z } from "zod";
import type { FormState } from "../form-state.ts";
import { countChars, hasWords, writtenText } from "../written-text.ts";
import { maxBodyChars, minBodyChars } from "./text-limits.ts";

/** Codes, not sentences: the form that shows them writes the sentence (messages: review.errors). */
type ReviewFieldError =
  | "STARS_MISSING"
  | "BODY_TOO_SHORT"
  | "BODY_TOO_LONG"
  | "APPEAL_TOO_SHORT"
  | "APPEAL_TOO_LONG"
  /** Long enough, and only signs. */
  | "WORDLESS";

const code = (error: ReviewFieldError) => ({ error });

function textSchema(tooShort: ReviewFieldError, tooLong: ReviewFieldError) {
  return z
    .string(code(tooShort))
    .transform(writtenText)
    .refine((text) => countChars(text) >= minBodyChars, code(tooShort))
    .refine(hasWords, code("WORDLESS"))
    .refine((text) => countChars(text) <= maxBodyChars, code(tooLong));
}

/** The fields of the review form. */
export const reviewDraftSchema = z.object({
  stars: z
    .string(code("STARS_MISSING"))
    .regex(/^[1-5]$/, code("STARS_MISSING"))
    .transform(Number),
  body: textSchema("BODY_TOO_SHORT", "BODY_TOO_LONG"),
  /** A trainer's slug, or "" for the gym itself. */
  trainer: z.string().catch(""),
  /** The latest revision when the form was made, or "": a newer one is not overwritten unseen. */
  base: z.uuid().or(z.literal("")).catch(""),
});

export const appealSchema = z.object({ text: textSchema("APPEAL_TOO_SHORT", "APPEAL_TOO_LONG") });

export type RevisionStatus = "PENDING" | "APPROVED" | "REJECTED" | "HELD" | "FAILED" | "SUPERSEDED";

/** What the author's other tab or device sent meanwhile. */
export type LatestRevision = { revisionId: string; stars: number; body: string };

type ReviewFormError =
  /** Another text was sent meanwhile, or the review was deleted: see `latest`. Nothing was saved. */
  | "CONFLICT"
  | "RATE_LIMITED"
  /** Nobody is signed in any more, or someone else is. */
  | "SIGNED_OUT"
  /** The gym or the trainer is gone. */
  | "NOT_FOUND"
  /** From reviewing, for a time: see `until`. */
  | "SUSPENDED"
  | "ALREADY_APPEALED"
  /** There is nothing to appeal against: it was decided anew, edited or deleted. */
  | "NOT_APPEALABLE";

/** What a review's or an appeal's form shows after it was sent. */
export type ReviewFormState = FormState<ReviewFieldError, ReviewFormError> & {
  /** For CONFLICT: what stands there now, to be sent as `base` by whoever still wants their own text. Null: deleted. */
  latest?: LatestRevision | null;
  until?: Date;
};
