import { z } from "zod";

import { findWords } from "./patterns/evidence.ts";
import { normalise } from "./patterns/normalise.ts";
import { type Policy, activeRules } from "./policy.ts";

const verdictSchema = (policy: Policy) => {
  const rules = activeRules(policy).map(({ id }) => id);
  const evidence = z.array(z.string());
  return z.strictObject({
    id: z.string(),
    decision: z.enum(["APPROVE", "REJECT", "HOLD"]),
    rule: z.enum([...rules, "none"]),
    evidence,
    alsoBroken: z.array(z.strictObject({ rule: z.enum(rules), evidence })),
    confidence: z.number().min(0).max(1),
  });
};

/** One item's verdict, as the model wrote it. */
export type ItemVerdict = z.infer<ReturnType<typeof verdictSchema>>;

/** What the model must answer to these items: one whole, consistent verdict for each of them, and nothing else. */
export function answerSchema(items: { id: string; text: string }[], policy: Policy) {
  return z.strictObject({ verdicts: z.array(verdictSchema(policy)) }).superRefine(({ verdicts }, context) => {
    const texts = new Map(items.map(({ id, text }) => [id, normalise(text)]));
    const refuse = (message: string) => context.addIssue({ code: "custom", message });
    for (const { id, decision, rule, evidence, alsoBroken } of verdicts) {
      const text = texts.get(id);
      // Taken out when it is answered: what comes twice is unknown the second time.
      if (!text) refuse("an unknown id, or one twice");
      texts.delete(id);
      const quotes = [...evidence, ...alsoBroken.flatMap((other) => other.evidence)];
      if (text && quotes.some((quote) => findWords(text, quote) === null)) refuse("not the item's words");
      const isUnfounded = [{ evidence }, ...alsoBroken].some((reason) => reason.evidence.length === 0);
      if (decision === "REJECT" && (rule === "none" || isUnfounded)) refuse("a rejection without reasons");
      if (decision === "APPROVE" && (rule !== "none" || evidence.length > 0 || alsoBroken.length > 0))
        refuse("an approval with a reason against it");
    }
    if (texts.size > 0) refuse("an item without a verdict");
  });
}
