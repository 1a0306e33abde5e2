import { assess } from "./classifier/assess.ts";
import { loadWeights } from "./classifier/weights.ts";
import { builtInJudge } from "./judge.ts";
import type { HoldReason, Judgement } from "./judgement.ts";
import { normalise } from "./patterns/normalise.ts";
import type { Policy } from "./policy/rules.ts";

/**
 * Judges a text without a model. Pure; about 1 ms for 300 characters.
 * @param isSuspicious the text gives orders to its judge. The classifier is immune to them, but a moderator checks
 * the text.
 */
export function judgeByClassifier(
  written: string,
  { policy, isSuspicious }: { policy: Policy; isSuspicious: boolean },
): Judgement {
  const { thresholds } = loadWeights();
  const { score, rule, words } = assess(normalise(written), policy);
  const evidence = rule && score >= thresholds.hold ? words() : [];
  const { model, modelHost, promptVersion } = builtInJudge();
  const common: Omit<Judgement, "decision" | "said"> = {
    decidedBy: "CLASSIFIER",
    rule: null,
    holdReason: null,
    evidence,
    alsoBroken: [],
    vetoes: [],
    confidence: null,
    policyVersion: policy.version,
    model,
    modelCallId: null,
    isFromCache: false,
  };
  const said = { decision: "HOLD", rule: null, modelHost, promptVersion } as const;
  const hold = (holdReason: HoldReason): Judgement => ({ ...common, said, decision: "HOLD", holdReason });

  if (rule && score >= thresholds.reject && evidence.length > 0) {
    return {
      ...common,
      said: { ...said, decision: "REJECT", rule },
      decision: "REJECT",
      rule,
      confidence: score,
    };
  }
  if (isSuspicious) return hold("INSTRUCTIONS");
  if (rule && score >= thresholds.hold) return hold("UNSURE");
  return { ...common, said: { ...said, decision: "APPROVE" }, decision: "APPROVE", confidence: 1 - score };
}
