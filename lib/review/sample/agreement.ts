import type { Decision } from "../../generated/prisma/enums.ts";
import { type Estimate, estimateShare } from "../../statistics/stratified.ts";
import { type JudgedBy, judgedBy } from "./judged-by.ts";
import { type SampleStratum, drawnOf, forAgreement } from "./strata.ts";

const decisions = ["APPROVE", "REJECT", "HOLD"] as const satisfies Decision[];

export type Agreement = {
  /** `counts[moderator][model]`, in the order of `decisions`. The model's own HOLD is not in the sample. */
  counts: number[][];
  /** The same, each verdict weighted by stratum size / drawn: an estimate for all verdicts. */
  weighted: number[][];
  total: number;
  by: JudgedBy;
  estimate: Estimate | null;
  bothRejected: number;
  sameRule: number;
};

export function agreementOf(strata: readonly SampleStratum[]): Agreement {
  const sumOf = (mine: Decision, model: Decision, weightOf: (stratum: SampleStratum) => number) =>
    strata
      .filter(({ said, judged }) => said === model && judged[mine] > 0)
      .reduce((sum, stratum) => sum + stratum.judged[mine] * weightOf(stratum), 0);
  const table = (weightOf: (stratum: SampleStratum) => number) =>
    decisions.map((mine) => decisions.map((model) => sumOf(mine, model, weightOf)));
  return {
    counts: table(() => 1),
    weighted: table((stratum) => stratum.size / drawnOf(stratum)),
    total: strata.reduce((total, stratum) => total + drawnOf(stratum), 0),
    by: judgedBy(strata.filter((stratum) => drawnOf(stratum) > 0)),
    estimate: estimateShare(forAgreement(strata)),
    bothRejected: sumOf("REJECT", "REJECT", () => 1),
    sameRule: strata.reduce((total, { sameRule }) => total + sameRule, 0),
  };
}
