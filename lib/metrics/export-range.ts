import { z } from "zod";

import { isCalendarDate } from "../time/local-date.ts";
import { type Result, err, ok } from "../result.ts";
import { addDays, startOfDay } from "../time/local-days.ts";

const day = z.string().refine(isCalendarDate);
const rangeSchema = z.object({ from: day, to: day });

export const exportFiles = {
  "decisions.csv": "DECISIONS",
  "reply-feedback.csv": "REPLY_FEEDBACK",
} as const;
export type Exported = (typeof exportFiles)[keyof typeof exportFiles];

export const exportOf = (file: string): Exported | undefined =>
  Object.entries(exportFiles).find(([name]) => name === file)?.[1];

const oneOf = (schema: z.ZodType<string>) => schema.optional().catch(undefined);

export const exportQuerySchema = z.object({
  problem: oneOf(z.string()),
  from: oneOf(day),
  to: oneOf(day),
});

/** A longer range is more likely a mistake. */
const maxDays = 366;

/** Both days are included. Returns moments, `from` ≤ t < `until`, for days in `timeZone`. */
export function readExportRange(
  params: { from?: unknown; to?: unknown },
  timeZone: string,
): Result<{ from: Date; until: Date }, "INVALID_INPUT"> {
  const range = rangeSchema.safeParse(params);
  if (!range.success) return err("INVALID_INPUT");
  const { from, to } = range.data;
  if (from > to || addDays(from, maxDays - 1) < to) return err("INVALID_INPUT");
  return ok({ from: startOfDay(from, timeZone), until: startOfDay(addDays(to, 1), timeZone) });
}
