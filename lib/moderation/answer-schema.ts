import { z } from "zod";

import { findWords } from "./evidence.ts";
import { normalise } from "./normalise.ts";
import { type Policy, activeRules } from "./policy.ts";

const verdictSchema = (policy: Policy) =>
  z.strictObject({
    id: z.string(),
    decision: z.enum(["APPROVE", "REJECT", "HOLD"]),
    rule: z.enum([...activeRules(policy).map(({ id }) => id), "none"]),
    evidence: z.array(z.string()),
    confidence: z.number().min(0).max(1),
  });

/** One item's verdict, as the model wrote it. */
export type ItemVerdict = z.infer<ReturnType<typeof verdictSchema>>;

/** What the model must answer to these items: one whole, consistent verdict for each of them, and nothing else. */
export function answerSchema(items: { id: string; text: string }[], policy: Policy) {
  return z.strictObject({ verdicts: z.array(verdictSchema(policy)) }).superRefine(({ verdicts }, context) => {
    const texts = new Map(items.map(({ id, text }) => [id, normalise(text)]));
    const refuse = (message: string) => context.addIssue({ code: "custom", message });
    for (const { id, decision, rule, evidence } of verdicts) {
      const text = texts.get(id);
      // Taken out when it is answered: what comes twice is unknown the second time.
      if (!text) refuse("an unknown id, or one twice");
      texts.delete(id);
      if (text && evidence.some((quote) => findWords(text, quote) === null)) refuse("not the item's words");
      if (decision === "REJECT" && (rule === "none" || evidence.length === 0))
        refuse("a rejection without reasons");
      if (decision === "APPROVE" && (rule !== "none" || evidence.length > 0))
        refuse("an approval with a reason against it");
    }
    if (texts.size > 0) refuse("an item without a verdict");
  });
}
