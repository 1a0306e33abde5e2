import { z } from "zod";

export const trialSizes = ["10", "50", "200"] as const;

export const maxRunItems = 100_000;

const callBudget = z.coerce.number().int().min(1).max(100_000);

export const trialFormSchema = z.object({
  size: z.enum(trialSizes).transform(Number),
  callBudget,
});

const emptyIsNone = (maxChars: number) =>
  z
    .string()
    .trim()
    .max(maxChars)
    .transform((text) => text || null);

/** Days in the admin's time zone, both included. */
export const rejudgeFormSchema = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    rule: emptyIsNone(100),
    gym: emptyIsNone(300),
    callBudget,
  })
  .refine(({ from, to }) => from <= to, { path: ["to"] });

export const resumeFormSchema = z.object({
  runId: z.guid(),
  moreCalls: z.coerce.number().int().min(0).max(100_000),
});

const trialScopeSchema = z.object({ size: z.number(), edit: z.number() });
const rejudgeScopeSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  timeZone: z.string(),
  rule: z.string().nullable(),
  gymSlug: z.string().nullable(),
});
export type TrialScope = z.infer<typeof trialScopeSchema>;
export type RejudgeScope = z.infer<typeof rejudgeScopeSchema>;

export const scopeSchema = z.union([trialScopeSchema, rejudgeScopeSchema]);

const pauseReasons = ["ADMIN", "BUDGET", "MODEL", "POLICY"] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Why a revision was not judged. Failures of the model are stored in the same column. */
export const skips = ["CHANGED", "WITH_A_PERSON"] as const;

export type StartError = "NO_DRAFT" | "NO_CONTROL" | "NO_GYM" | "NOTHING_TO_JUDGE" | "TOO_MANY" | "RUNNING";

export type StartFormState = {
  fields?: Record<string, "INVALID" | "GYM_UNKNOWN" | "GYM_SEVERAL" | undefined>;
  error?: StartError;
  values?: Record<string, string>;
  gyms?: string[];
};
