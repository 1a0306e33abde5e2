import { z } from "zod";
import { isCalendarDate, localDate } from "../time/local-date.ts";
import type { FormState } from "../web/form-state.ts";
import { addDays, startOfDay } from "../time/local-days.ts";

export const suspensionEnds = ["1", "7", "30", "date"] as const;
const maxYears = 10;

export type SuspensionError = "DATE_MISSING" | "DATE_PAST" | "DATE_TOO_FAR" | "RULE_MISSING";
export type SuspensionFormState = FormState<SuspensionError>;

const dayMs = 86_400_000;
const code = (error: SuspensionError) => ({ error });

export const roleFormSchema = z.object({ memberId: z.guid(), role: z.enum(["MEMBER", "MODERATOR"]) });

export const memberIdSchema = z.guid();

/** The rule that is a suspension's reason; "" for none. */
export const suspensionRuleSchema = z
  .string()
  .max(100)
  .catch("")
  .transform((rule) => rule || null);

/** The end of the suspension. Fields: `for` (days or "date") and `until` (the last day, in the admin's time zone). */
export function suspensionSchema(timeZone: string, now = new Date()) {
  return z
    .object({
      for: z.enum(suspensionEnds, code("DATE_MISSING")),
      until: z.string().catch(""),
    })
    .transform((input, context) => {
      if (input.for !== "date") return new Date(now.getTime() + Number(input.for) * dayMs);
      const problem = dateProblem(input.until, localDate(timeZone, now));
      if (!problem) return startOfDay(addDays(input.until, 1), timeZone);
      context.addIssue({ code: "custom", path: ["until"], message: problem });
      return z.NEVER;
    });
}

function dateProblem(date: string, today: string): SuspensionError | null {
  if (!isCalendarDate(date)) return "DATE_MISSING";
  if (date < today) return "DATE_PAST";
  return Number(date.slice(0, 4)) > Number(today.slice(0, 4)) + maxYears ? "DATE_TOO_FAR" : null;
}
