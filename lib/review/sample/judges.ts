import type { Judge } from "../../moderation/judge.ts";
import { agreementOf } from "./agreement.ts";
import { calibrationOf } from "./calibration.ts";
import type { SampleStratum } from "./strata.ts";

/** Older releases stored no host and no prompt version. */
export type KnownJudge = Pick<SampleStratum, keyof Judge>;

const nameOf = ({ model, modelHost, promptVersion }: KnownJudge): KnownJudge => ({
  model,
  modelHost,
  promptVersion,
});
const keyOf = (judge: KnownJudge) => JSON.stringify(nameOf(judge));

export const strataOf = (judge: Judge, strata: readonly SampleStratum[]): SampleStratum[] =>
  strata.filter((stratum) => keyOf(stratum) === keyOf(judge));

export function otherJudges(judge: Judge, strata: readonly SampleStratum[]) {
  const byJudge = Map.groupBy(strata, keyOf);
  byJudge.delete(keyOf(judge));
  return [...byJudge.values()]
    .map((own) => ({
      judge: nameOf(own[0]!),
      size: own.reduce((total, { size }) => total + size, 0),
      judged: agreementOf(own).total,
      agreement: agreementOf(own).estimate,
      error: calibrationOf(own).error,
    }))
    .filter(({ judged }) => judged > 0)
    .toSorted((a, b) => b.size - a.size);
}
