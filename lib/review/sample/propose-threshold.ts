import { thresholdFloor } from "../../moderation/thresholds/floor.ts";
import { type Estimate, estimateShare } from "../../statistics/stratified.ts";
import { bands } from "./bands.ts";
import { type SampleStratum, drawnOf, forAgreement } from "./strata.ts";

/** How often people must agree with what is decided without them: more often where a mistake is published. */
export const targetAgreement = { APPROVE: 0.95, REJECT: 0.9 } as const;

/** Fewer judgements, or more that say no more than fewer, propose nothing. */
export const minJudged = 30;

/** A band of which fewer were judged is not let in through those above it. */
const minInBand = 5;

/** How much of what a threshold lets through must be like something that was judged. */
const minCovered = 0.9;

export type Proposal =
  | { kind: "VALUE"; value: number; agreement: Estimate }
  /** Nothing lower will do, and people agree often enough with all that the setting lets through. */
  | { kind: "KEEP"; agreement: Estimate }
  /** `judged`: those that count, from the floor up. */
  | { kind: "TOO_FEW"; judged: number; agreement: Estimate | null }
  /** Even of the surest verdicts too many are wrong. */
  | { kind: "NOT_REACHED"; agreement: Estimate };

/**
 * The smallest confidence from which people agree often enough: the lower bound of the interval reaches the target, over
 * all verdicts that are at least so sure, and no band among them is shown to miss it. More than the setting asks for is
 * proposed only where enough is known of all that the setting lets through, and that is not good enough: what nobody has
 * looked at is not bad.
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
