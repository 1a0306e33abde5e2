import { z } from "zod";

import { assess } from "./classifier/assess.ts";
import { loadWeights } from "./classifier/weights.ts";
import type { Normalised } from "./patterns/normalise.ts";
import type { Policy } from "./policy.ts";

const vetoSchema = z.object({
  by: z.enum(["CLASSIFIER", "MODERATION_ENDPOINT"]),
  /** From 0 to 1, as this judge counts. */
  score: z.number(),
  /** A rule of ours, or a category of the endpoint. */
  category: z.string(),
});

/** A second judge refuses its consent to a model's approval. No text can talk to either of them. */
export type Veto = z.infer<typeof vetoSchema>;

/** As verdicts keep them. */
export const vetoesSchema = z.array(vetoSchema);

/** The classifier's veto against the approval of a text, and the words that it rests on; null when it consents. */
export function classifierVeto(text: Normalised, policy: Policy): { veto: Veto; words: string[] } | null {
  const { score, rule, words } = assess(text, policy);
  if (rule === null || score < loadWeights().thresholds.consent) return null;
  return { veto: { by: "CLASSIFIER", score, category: rule }, words: words() };
}
