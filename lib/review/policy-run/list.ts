import "server-only";

import { pool } from "../../db.ts";
import type { Decision, PolicyRunKind, PolicyRunStatus } from "../../generated/prisma/enums.ts";
import type { Rule, RuleId } from "../../moderation/policy/rules.ts";
import { rulesSchema } from "../../moderation/policy/schema.ts";
import { type PauseReason, type RejudgeScope, type TrialScope, scopeSchema } from "./schema.ts";

export type PolicyRun = {
  id: string;
  kind: PolicyRunKind;
  status: PolicyRunStatus;
  pauseReason: PauseReason | null;
  /** For a trial: the version that the draft is based on. */
  policyVersion: number;
  scope: TrialScope | RejudgeScope;
  total: number;
  left: number;
  callBudget: number;
  callsUsed: number;
  startedAt: Date;
  endedAt: Date | null;
};

const columns = `
  run.id, run.kind, run.status, run.pause_reason AS "pauseReason", run.policy_version AS "policyVersion", run.scope,
  run.total, run.call_budget AS "callBudget", run.calls_used AS "callsUsed", run.started_at AS "startedAt",
  run.ended_at AS "endedAt",
  (SELECT count(*)::int FROM policy_run_item WHERE run_id = run.id AND done_at IS NULL) AS "left"`;

const toRun = (row: PolicyRun): PolicyRun => ({ ...row, scope: scopeSchema.parse(row.scope) });

export async function listRuns(count: number): Promise<PolicyRun[]> {
  const { rows } = await pool.query<PolicyRun>(
    `SELECT ${columns} FROM policy_run run ORDER BY run.started_at DESC, run.id LIMIT $1`,
    [count],
  );
  return rows.map(toRun);
}

export async function findRun(runId: string): Promise<(PolicyRun & { rules: Rule[] }) | null> {
  const { rows } = await pool.query<PolicyRun & { rules: unknown }>(
    `SELECT ${columns}, run.rules FROM policy_run run WHERE run.id = $1`,
    [runId],
  );
  const [row] = rows;
  return row ? { ...toRun(row), rules: rulesSchema.parse(row.rules) } : null;
}

export type RunCount = {
  before: Decision | null;
  after: Decision | null;
  isOtherRule: boolean;
  failure: string | null;
  count: number;
};

const isOtherRule = `(decision_before = 'REJECT' AND decision_after = 'REJECT' AND rule_before IS DISTINCT FROM rule_after)`;

export async function countRunItems(runId: string): Promise<RunCount[]> {
  const { rows } = await pool.query<RunCount>(
    `SELECT decision_before AS before, decision_after AS after, ${isOtherRule} AS "isOtherRule", failure,
            count(*)::int AS count
       FROM policy_run_item WHERE run_id = $1 AND done_at IS NOT NULL
      GROUP BY 1, 2, 3, 4 ORDER BY count(*) DESC`,
    [runId],
  );
  return rows;
}

export const directions = ["HIDDEN", "SHOWN", "OTHER"] as const;
export type Direction = (typeof directions)[number];

const isDirection: Record<Direction, string> = {
  HIDDEN: `(decision_before = 'APPROVE' AND decision_after <> 'APPROVE')`,
  SHOWN: `(decision_before <> 'APPROVE' AND decision_after = 'APPROVE')`,
  OTHER: `(decision_before <> 'APPROVE' AND decision_after <> 'APPROVE'
           AND (decision_after <> decision_before OR ${isOtherRule}))`,
};

export async function countRunDirections(runId: string): Promise<Record<Direction, number>> {
  const { rows } = await pool.query<Record<Direction, number>>(
    `SELECT ${directions.map((one) => `count(*) FILTER (WHERE ${isDirection[one]})::int AS "${one}"`).join(", ")}
       FROM policy_run_item WHERE run_id = $1`,
    [runId],
  );
  return rows[0]!;
}

export type RunChange = {
  position: number;
  reviewId: string;
  revisionId: string;
  body: string;
  before: Decision;
  after: Decision;
  ruleBefore: RuleId | null;
  ruleAfter: RuleId | null;
  evidence: string[];
};

/** In order of judging. `after` and `nextAfter` are positions: a keyset page. */
export async function listRunChanges(
  runId: string,
  { after, count, direction }: { after: number; count: number; direction?: Direction | undefined },
): Promise<{ changes: RunChange[]; nextAfter: number | null }> {
  const { rows } = await pool.query<RunChange>(
    `SELECT item.position, revision.review_id AS "reviewId", revision.id AS "revisionId", revision.body,
            item.decision_before AS before, item.decision_after AS after, item.rule_before AS "ruleBefore",
            item.rule_after AS "ruleAfter", item.evidence
       FROM policy_run_item item JOIN review_revision revision ON revision.id = item.revision_id
      WHERE item.run_id = $1 AND item.position > $2 AND item.decision_before IS NOT NULL
        AND (${(direction ? [direction] : directions).map((one) => isDirection[one]).join(" OR ")})
      ORDER BY item.position LIMIT $3`,
    [runId, after, count + 1],
  );
  const changes = rows.slice(0, count);
  return { changes, nextAfter: rows.length > count ? (changes.at(-1)?.position ?? null) : null };
}
