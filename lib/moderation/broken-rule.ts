import { z } from "zod";

export const maxEvidence = 5;

const brokenRuleSchema = z.object({ rule: z.string(), evidence: z.array(z.string()) });

export type BrokenRule = z.infer<typeof brokenRuleSchema>;

export const wordsOf = ({ evidence, alsoBroken }: { evidence: string[]; alsoBroken: BrokenRule[] }) => [
  ...evidence,
  ...alsoBroken.flatMap((other) => other.evidence),
];

/** What a moderator's rejection can take over of them. */
export const quotableWords = (pointedAt: { evidence: string[]; alsoBroken: BrokenRule[] }) =>
  [...new Set(wordsOf(pointedAt))].slice(0, maxEvidence);

export const brokenRulesSchema = z.array(brokenRuleSchema);
