import { maxEvidence } from "./broken-rule.ts";
import { currentJudge } from "./judge.ts";
import type { HoldReason, Judgement } from "./judgement.ts";
import { findWords } from "./patterns/evidence.ts";
import { normalise } from "./patterns/normalise.ts";
import type { Policy } from "./policy/rules.ts";
import type { ModelVerdict } from "./verdict-cache-data.ts";
import { type Veto, classifierVeto } from "./veto.ts";

export function held(holdReason: HoldReason, policy: Policy): Judgement {
  return {
    decision: "HOLD",
    decidedBy: "RULE",
    rule: null,
    holdReason,
    evidence: [],
    alsoBroken: [],
    vetoes: [],
    confidence: null,
    policyVersion: policy.version,
    model: null,
    said: null,
    modelCallId: null,
    isFromCache: false,
  };
}

type Circumstances = {
  text: string;
  isSuspicious: boolean;
  isFromCache: boolean;
  threshold: number;
  policy: Policy;
};

/**
 * Turns the model's answer into a judgement. A text is approved only when the model is sure, the text gives no orders
 * to its judge, and no second judge objects.
 */
export function weighVerdict(said: ModelVerdict, circumstances: Circumstances): Judgement {
  const { text, isSuspicious, isFromCache, threshold, policy } = circumstances;
  const { model, modelCallId, confidence } = said;
  const { modelHost, promptVersion } = currentJudge(); // the cache only holds verdicts of the current judge
  const common = {
    decidedBy: "MODEL",
    confidence,
    vetoes: [] as Veto[],
    policyVersion: policy.version,
    model,
    said: { decision: said.decision, rule: said.rule, modelHost, promptVersion },
    modelCallId,
    isFromCache,
  } as const;

  const normalised = normalise(text);
  const wordsOf = (quotes: string[]) =>
    quotes
      .map((quote) => findWords(normalised, quote))
      .filter((words) => words !== null)
      .slice(0, maxEvidence);
  const evidence = wordsOf(said.evidence);
  const hold = (holdReason: HoldReason): Judgement => ({
    ...common,
    decision: "HOLD",
    rule: null,
    holdReason,
    evidence,
    alsoBroken: [],
  });
  const isSure = confidence !== null && confidence >= threshold;

  if (said.holdReason === "DISTRUSTED") return hold("DISTRUSTED");
  if (said.decision === "REJECT" && said.rule && evidence.length > 0 && isSure) {
    const alsoBroken = said.alsoBroken
      .filter(({ rule }, at, all) => rule !== said.rule && all.findIndex((one) => one.rule === rule) === at)
      .map((other) => ({ ...other, evidence: wordsOf(other.evidence) }))
      .filter((other) => other.evidence.length > 0);
    return { ...common, decision: "REJECT", rule: said.rule, holdReason: null, evidence, alsoBroken };
  }
  if (isSuspicious) return hold("INSTRUCTIONS");
  if (said.decision === "APPROVE" && isSure) {
    const own = classifierVeto(normalised, policy);
    const vetoes = own ? [own.veto, ...said.vetoes] : said.vetoes;
    if (vetoes.length > 0) {
      const decidedBy = own ? "CLASSIFIER" : "MODEL";
      return { ...hold("VETOED"), decidedBy, evidence: own?.words ?? [], vetoes };
    }
    return { ...common, decision: "APPROVE", rule: null, holdReason: null, evidence: [], alsoBroken: [] };
  }
  return hold("UNSURE");
}
