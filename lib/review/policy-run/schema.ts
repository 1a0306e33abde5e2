import { z } from "zod";

/** How many decided reviews a draft is tried on. */
export const trialSizes = ["10", "50", "200"] as const;

/** More revisions than these are not judged in one run. */
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

/** Days of the admin's own, both included. */
export const rejudgeFormSchema = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    rule: emptyIsNone(100),
    /** As it was chosen or typed (`findChosenGym`). */
    gym: emptyIsNone(300),
    callBudget,
  })
  .refine(({ from, to }) => from <= to, { path: ["to"] });

/** For a run that is paused: calls on top of those that it had. */
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

/** Which revisions a run was started for, as it is stored. */
export const scopeSchema = z.union([trialScopeSchema, rejudgeScopeSchema]);

/** Why a run stands still, or ended early: a code that is stored and shown. */
const pauseReasons = [
  "ADMIN",
  "BUDGET", // the calls of the run, or of the day, are used up
  "MODEL", // it cannot be reached
  "POLICY", // another version was published: what this one says counts no more
] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Why a revision was left as it is: these, or the failure of the model. */
export const skips = ["CHANGED", "WITH_A_PERSON"] as const;

export type StartError = "NO_DRAFT" | "NO_CONTROL" | "NO_GYM" | "NOTHING_TO_JUDGE" | "TOO_MANY" | "RUNNING";

/** What a form that starts a run shows after it was sent. */
export type StartFormState = {
  fields?: Record<string, "INVALID" | "GYM_UNKNOWN" | "GYM_SEVERAL" | undefined>;
  error?: StartError;
  values?: Record<string, string>;
  /** For GYM_SEVERAL: those that it may mean. */
  gyms?: string[];
};
