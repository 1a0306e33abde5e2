import { thresholdFloor } from "../../moderation/thresholds/floor.ts";
import { type Estimate, estimateShare } from "../../statistics/stratified.ts";
import { bands } from "./bands.ts";
import { type SampleStratum, drawnOf, forAgreement } from "./strata.ts";

/** Higher for APPROVE, because a wrong approval is published. */
export const targetAgreement = { APPROVE: 0.95, REJECT: 0.9 } as const;

export const minJudged = 30;

const minInBand = 5;

/** The share of the verdicts above a threshold whose stratum must have judgements. */
const minCovered = 0.9;

export type Proposal =
  | { kind: "VALUE"; value: number; agreement: Estimate }
  /** No lower threshold reaches the target, and agreement with all that the setting allows does. */
  | { kind: "KEEP"; agreement: Estimate }
  | { kind: "TOO_FEW"; judged: number; agreement: Estimate | null }
  | { kind: "NOT_REACHED"; agreement: Estimate };

/**
 * Proposes the lowest confidence from which people agree often enough: the interval's lower bound reaches the target over
 * all verdicts above it, and no band above it is shown to miss it. A higher threshold than the setting is proposed only
 * when enough is known about all that the setting allows, and it misses the target: unjudged verdicts are not evidence
 * against it.
 * @param strata of one judge and of one rule, or of approvals
 * @param usual the setting's threshold
 */
export function proposeThreshold(
  strata: readonly SampleStratum[],
  said: "APPROVE" | "REJECT",
  usual: number,
): Proposal {
  const target = targetAgreement[said];
  const steps = bands
    .filter(({ from }) => from >= thresholdFloor)
    .map(({ band, from, to }) => ({
      value: from,
      to,
      own: estimateIn(strata.filter((stratum) => stratum.band === band)),
      agreement: estimateIn(strata.filter((stratum) => stratum.band >= band)),
    }));
  const found = steps.find(
    ({ own, agreement }, at) =>
      isKnown(agreement) &&
      (own?.drawn ?? 0) >= minInBand &&
      agreement.low >= target &&
      steps.slice(at).every((step) => step.own === null || step.own.high >= target),
  );
  const all = steps[0]?.agreement ?? null;
  const letThrough = estimateIn(strata.filter(({ band }) => bands[band]!.to > usual));
  const proposed: Proposal | null =
    found && isKnown(found.agreement)
      ? { kind: "VALUE", value: found.value, agreement: found.agreement }
      : null;
  if (proposed?.kind === "VALUE" && proposed.value <= usual) return proposed;
  if (isKnown(letThrough)) {
    const isBad = steps.some(({ to, own }) => to > usual && own !== null && own.high < target);
    if (letThrough.low >= target && !isBad) return { kind: "KEEP", agreement: letThrough };
    if (proposed) return proposed;
  }

  const surest = steps.findLast(({ agreement }) => agreement !== null)?.agreement ?? null;
  if (isKnown(surest) && surest.high < target) return { kind: "NOT_REACHED", agreement: surest };
  return { kind: "TOO_FEW", judged: all?.drawn ?? 0, agreement: all };
}

const isKnown = (agreement: Estimate | null): agreement is Estimate =>
  agreement !== null && agreement.effective >= minJudged && agreement.covered >= minCovered;

const estimateIn = (strata: readonly SampleStratum[]) =>
  strata.some((stratum) => drawnOf(stratum) > 0) ? estimateShare(forAgreement(strata)) : null;
