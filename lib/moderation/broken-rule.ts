import { z } from "zod";

/** Words of a text that are shown of it, for each rule: more say nothing more. */
export const maxEvidence = 5;

/** A rule that a text breaks, and the words that break it. */
const brokenRuleSchema = z.object({ rule: z.string(), evidence: z.array(z.string()) });

export type BrokenRule = z.infer<typeof brokenRuleSchema>;

/** All the words that a rejection rests on, whichever rule they break. */
export const wordsOf = ({ evidence, alsoBroken }: { evidence: string[]; alsoBroken: BrokenRule[] }) => [
  ...evidence,
  ...alsoBroken.flatMap((other) => other.evidence),
];

/** As verdicts keep them. */
export const brokenRulesSchema = z.array(brokenRuleSchema);
