import { z } from "zod";

import { type Policy, activeRules } from "./policy.ts";

/**
 * One item's verdict, as the model writes it. In this order: what a model writes first it can not fit to a decision that
 * it has made already.
 */
export const verdictSchema = (policy: Policy) => {
  const rules = activeRules(policy).map(({ id }) => id);
  const evidence = z.array(z.string());
  return z.strictObject({
    id: z.string(),
    evidence,
    rule: z.enum([...rules, "none"]),
    alsoBroken: z.array(z.strictObject({ rule: z.enum(rules), evidence })),
    decision: z.enum(["APPROVE", "REJECT", "HOLD"]),
    confidence: z.number().min(0).max(1),
  });
};

export type ItemVerdict = z.infer<ReturnType<typeof verdictSchema>>;

/** What the model is asked for: one verdict for each item. It is the same in every call under one policy. */
export const answerSchema = (policy: Policy) => z.strictObject({ verdicts: z.array(verdictSchema(policy)) });
