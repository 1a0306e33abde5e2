import "server-only";

import type { UserId } from "../../auth/user-id.ts";
import { env } from "../../env.ts";
import { currentJudge } from "../../moderation/judge.ts";
import { currentPolicy } from "../../moderation/policy-data.ts";
import { type RuleId, activeRules } from "../../moderation/policy.ts";
import { type Thresholds, findThresholds, thresholdOf } from "../../moderation/thresholds/thresholds.ts";
import { strataOf } from "./judges.ts";
import { type Proposal, proposeThreshold } from "./propose-threshold.ts";
import { type SampleStratum, readStrata } from "./strata.ts";

/** Verdicts older than this say nothing of the judge any more. */
const measuredDays = 90;

/** A threshold as it is, and as the sample would have it. Rule null: of approvals. */
export type MeasuredThreshold = {
  rule: RuleId | null;
  value: number;
  /** Null: the setting holds. */
  set: { id: string; setAt: Date } | null;
  proposal: Proposal;
};

/** What people, or one of them, know of judges: all strata of the last days. */
export function readMeasured({ moderatorId }: { moderatorId?: UserId } = {}): Promise<SampleStratum[]> {
  const now = new Date();
  const from = new Date(now.getTime() - measuredDays * 86_400_000);
  // Rows carry the database's time, which may be a little ahead of ours.
  return readStrata({ moderatorId, from, until: new Date(now.getTime() + 60_000) });
}

/** The thresholds of the current judge: of approvals, and of each rule that texts are judged by. */
export async function measureThresholds(strata: readonly SampleStratum[]): Promise<MeasuredThreshold[]> {
  const [policy, thresholds] = await Promise.all([currentPolicy(), findThresholds()]);
  const own = strataOf(currentJudge(), strata);
  const measure = (rule: RuleId | null) => measureThreshold(own, rule, thresholds);
  return [null, ...activeRules(policy).map(({ id }) => id)].map(measure);
}

function measureThreshold(
  own: SampleStratum[],
  rule: RuleId | null,
  thresholds: Thresholds,
): MeasuredThreshold {
  const said = rule === null ? "APPROVE" : "REJECT";
  const { value: _, ...set } = thresholds.get(rule) ?? { value: null };
  return {
    rule,
    value: thresholdOf({ decision: said, rule }, thresholds),
    set: "id" in set ? set : null,
    proposal: proposeThreshold(
      own.filter((stratum) => stratum.said === said && stratum.rule === rule),
      said,
      env().MODERATION_CONFIDENCE,
    ),
  };
}
