import "server-only";

import type { UserId } from "../../auth/user-id.ts";
import { env } from "../../env.ts";
import { currentJudge } from "../../moderation/judge.ts";
import { currentPolicy } from "../../moderation/policy/data.ts";
import { type RuleId, activeRules } from "../../moderation/policy/rules.ts";
import { type Thresholds, findThresholds, thresholdOf } from "../../moderation/thresholds/thresholds.ts";
import { strataOf } from "./judges.ts";
import { type Proposal, proposeThreshold } from "./propose-threshold.ts";
import { type SampleStratum, readStrata } from "./strata.ts";

const measuredDays = 90;

export type MeasuredThreshold = {
  rule: RuleId | null;
  value: number;
  set: { id: string; setAt: Date } | null;
  proposal: Proposal;
};

export function readMeasured({ moderatorId }: { moderatorId?: UserId } = {}): Promise<SampleStratum[]> {
  const now = new Date();
  const from = new Date(now.getTime() - measuredDays * 86_400_000);
  // Rows have the database's time, which may be slightly ahead of this process's.
  return readStrata({ moderatorId, from, until: new Date(now.getTime() + 60_000) });
}

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
