import { z } from "zod";
import type { FormState } from "../web/form-state.ts";
import { countChars, hasWords, writtenText } from "../written-text.ts";
import { maxBodyChars, minBodyChars } from "./text-limits.ts";

/** The form maps codes to sentences (messages: review.errors). */
type ReviewFieldError =
  | "STARS_MISSING"
  | "BODY_TOO_SHORT"
  | "BODY_TOO_LONG"
  | "APPEAL_TOO_SHORT"
  | "APPEAL_TOO_LONG"
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

export const reviewDraftSchema = z.object({
  stars: z
    .string(code("STARS_MISSING"))
    .regex(/^[1-5]$/, code("STARS_MISSING"))
    .transform(Number),
  body: textSchema("BODY_TOO_SHORT", "BODY_TOO_LONG"),
  trainer: z.string().catch(""),
  /** The latest revision when the form was rendered, or "". A newer one must not be overwritten unseen. */
  base: z.uuid().or(z.literal("")).catch(""),
});

export const appealSchema = z.object({ text: textSchema("APPEAL_TOO_SHORT", "APPEAL_TOO_LONG") });

export type RevisionStatus = "PENDING" | "APPROVED" | "REJECTED" | "HELD" | "FAILED" | "SUPERSEDED";

export type LatestRevision = { revisionId: string; stars: number; body: string };

type ReviewFormError =
  /** Another revision was sent since, or the review was deleted: see `latest`. Nothing was saved. */
  | "CONFLICT"
  | "RATE_LIMITED"
  | "SIGNED_OUT"
  | "NOT_FOUND"
  | "SUSPENDED"
  | "ALREADY_APPEALED"
  /** The rejection is no longer current: decided again, edited or deleted. */
  | "NOT_APPEALABLE";

export type ReviewFormState = FormState<ReviewFieldError, ReviewFormError> & {
  /** For CONFLICT: the current revision, to be sent as `base` if the author still wants their text. Null: deleted. */
  latest?: LatestRevision | null;
  until?: Date;
};
