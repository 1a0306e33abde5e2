import { z } from "zod";
import type { FormState } from "../../web/form-state.ts";
import { countChars, writtenText } from "../../written-text.ts";
import { maxReportChars } from "../text-limits.ts";

/** The form maps codes to sentences (messages: report.errors). */
type ReportFieldError = "REASON_MISSING" | "TEXT_TOO_LONG";

export type ReportError = "NOT_PUBLISHED" | "OWN_REVIEW" | "ALREADY_REPORTED" | "NOT_ALLOWED";

export type ReportFormState = FormState<ReportFieldError, ReportError | "RATE_LIMITED" | "SIGNED_OUT">;

const code = (error: ReportFieldError) => ({ error });

export const reportSchema = z.object({
  review: z.guid(),
  /** The text that was shown: a replaced text must not be reported unseen. */
  revision: z.guid(),
  reason: z.string(code("REASON_MISSING")).min(1, code("REASON_MISSING")),
  text: z
    .string()
    .catch("")
    .transform((text) => writtenText(text) || null)
    .refine((text) => text === null || countChars(text) <= maxReportChars, code("TEXT_TOO_LONG")),
});
