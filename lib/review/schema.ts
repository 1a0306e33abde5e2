import { z } from "zod";

/** Codes, not sentences: the form that shows them writes the sentence (messages: review.errors). */
export type ReviewFieldError =
  | "STARS_MISSING"
  | "BODY_TOO_SHORT"
  | "BODY_TOO_LONG"
  | "APPEAL_TOO_SHORT"
  | "APPEAL_TOO_LONG";

const code = (error: ReviewFieldError) => ({ error });

export const minBodyChars = 10;
export const maxBodyChars = 2000;

/** Characters as they are counted for a limit: 😀 is one. */
export const countChars = (text: string) => Array.from(text).length;

/** A text as it is stored: one kind of line break, and nothing that cannot be stored or would come back changed. */
const written = (text: string) =>
  text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{Cc}\n]/gu, " ")
    .trim();

function textSchema(tooShort: ReviewFieldError, tooLong: ReviewFieldError) {
  return (
    z
      .string(code(tooShort))
      .transform(written)
      .refine((text) => countChars(text) >= minBodyChars, code(tooShort))
      // Characters that look like nothing say nothing.
      .refine((text) => /[\p{L}\p{N}]/u.test(text), code(tooShort))
      .refine((text) => countChars(text) <= maxBodyChars, code(tooLong))
  );
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

export type ReviewFormError =
  /** Another text was sent meanwhile, or the review was deleted: see `latest`. Nothing was saved. */
  | "CONFLICT"
  | "RATE_LIMITED"
  /** Nobody is signed in any more, or someone else is. */
  | "SIGNED_OUT"
  /** The gym or the trainer is gone. */
  | "NOT_FOUND"
  | "ALREADY_APPEALED"
  /** There is nothing to appeal against: it was decided anew, edited or deleted. */
  | "NOT_APPEALABLE";

/** What a review's or an appeal's form shows after it was sent: errors beside their fields, and everything that was typed. */
export type ReviewFormState = {
  fields?: Record<string, ReviewFieldError | undefined>;
  form?: { error: ReviewFormError; retryAfterSeconds?: number };
  /** For CONFLICT: what stands there now, to be sent as `base` by whoever still wants their own text. Null: deleted. */
  latest?: LatestRevision | null;
  values?: Record<string, string>;
  isDone?: boolean;
};

/** The first error of each field. */
export function reviewFieldErrors(error: z.ZodError): Record<string, ReviewFieldError> {
  const first: Record<string, ReviewFieldError> = {};
  // Messages are codes: every rule above is given one.
  for (const { path, message } of error.issues) first[String(path[0])] ??= message as ReviewFieldError;
  return first;
}
