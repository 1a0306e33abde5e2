import { z } from "zod";

export const maxEvidence = 5;

const brokenRuleSchema = z.object({ rule: z.string(), evidence: z.array(z.string()) });

export type BrokenRule = z.infer<typeof brokenRuleSchema>;

export const wordsOf = ({ evidence, alsoBroken }: { evidence: string[]; alsoBroken: BrokenRule[] }) => [
  ...evidence,
  ...alsoBroken.flatMap((other) => other.evidence),
];

export const brokenRulesSchema = z.array(brokenRuleSchema);
