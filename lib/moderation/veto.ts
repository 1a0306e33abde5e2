import { z } from "zod";

import { assess } from "./classifier/assess.ts";
import { loadWeights } from "./classifier/weights.ts";
import type { Normalised } from "./patterns/normalise.ts";
import type { Policy } from "./policy/rules.ts";

const vetoSchema = z.object({
  by: z.enum(["CLASSIFIER", "MODERATION_ENDPOINT"]),
  score: z.number(),
  category: z.string(),
});

/** A second judge's objection to a model's approval. No text can give orders to these judges. */
export type Veto = z.infer<typeof vetoSchema>;

export const vetoesSchema = z.array(vetoSchema);

/** Null when the classifier consents to the approval. */
export function classifierVeto(text: Normalised, policy: Policy): { veto: Veto; words: string[] } | null {
  const { score, rule, words } = assess(text, policy);
  if (rule === null || score < loadWeights().thresholds.consent) return null;
  return { veto: { by: "CLASSIFIER", score, category: rule }, words: words() };
}
