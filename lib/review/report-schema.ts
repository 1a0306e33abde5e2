import { z } from "zod";
import type { FormState } from "../form-state.ts";
import { countChars, writtenText } from "../written-text.ts";
import { maxReportChars } from "./text-limits.ts";

/** Codes, not sentences: the form that shows them writes the sentence (messages: report.errors). */
type ReportFieldError = "REASON_MISSING" | "TEXT_TOO_LONG";

export type ReportError =
  /** It is not on the page any more, or another text of its author is. */
  | "NOT_PUBLISHED"
  | "OWN_REVIEW"
  | "ALREADY_REPORTED"
  /** Suspended from writing reviews and reports. */
  | "NOT_ALLOWED";

export type ReportFormState = FormState<ReportFieldError, ReportError | "RATE_LIMITED" | "SIGNED_OUT">;

const code = (error: ReportFieldError) => ({ error });

/** The fields of the form that reports a review. `reason` is a rule of the policy. */
export const reportSchema = z.object({
  review: z.guid(),
  /** The text that was on the page: another one is not reported unseen. */
  revision: z.guid(),
  reason: z.string(code("REASON_MISSING")).min(1, code("REASON_MISSING")),
  text: z
    .string()
    .catch("")
    .transform((text) => writtenText(text) || null)
    .refine((text) => text === null || countChars(text) <= maxReportChars, code("TEXT_TOO_LONG")),
});
