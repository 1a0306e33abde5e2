import { z } from "zod";

import { type Policy, activeRules } from "./policy/rules.ts";

/**
 * Field order matters: the model writes evidence and rule before the decision, so that it cannot fit them to a
 * decision that it has already made.
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

export const answerSchema = (policy: Policy) => z.strictObject({ verdicts: z.array(verdictSchema(policy)) });
