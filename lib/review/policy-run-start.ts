import "server-only";

import { appendAudit } from "../audit/append-audit.ts";
import type { UserId } from "../auth/user-id.ts";
import type { PolicyRunKind } from "../generated/prisma/enums.ts";
import { findGym } from "../gym/gym-data.ts";
import { inTransaction, sqlOf } from "../in-transaction.ts";
import { currentPolicy } from "../moderation/policy-data.ts";
import { findDraft } from "../moderation/policy-draft.ts";
import type { Rule } from "../moderation/policy.ts";
import { canControlJudge } from "../moderation/schema.ts";
import { type Result, err, ok } from "../result.ts";
import { isForJudge, isLatestOrPublished, standingVerdict } from "./policy-run-batch.ts";
import type { RejudgeScope, StartError, TrialScope } from "./policy-run-schema.ts";

type Started = Result<{ runId: string; total: number }, StartError>;

/** Tries the draft on the revisions that were decided last, without changing anything. */
export async function startTrial(input: {
  adminId: UserId;
  size: number;
  callBudget: number;
}): Promise<Started> {
  const { adminId, size, callBudget } = input;
  const draft = await findDraft();
  if (!draft) return err("NO_DRAFT");
  if (!canControlJudge(draft.rules)) return err("NO_CONTROL");
  const scope: TrialScope = { size, edit: draft.edit };
  return start({
    adminId,
    kind: "TRIAL",
    scope,
    callBudget,
    policyVersion: draft.baseVersion,
    rules: draft.rules,
    chosen: `SELECT revision.id, standing.decision, standing.rule, revision.decided_at
               FROM (SELECT id, decided_at FROM review_revision
                      WHERE status IN ('APPROVED', 'REJECTED', 'HELD') AND decided_at IS NOT NULL
                      ORDER BY decided_at DESC, id DESC LIMIT ($1::jsonb->>'size')::int) revision
               JOIN ${standingVerdict} ON true`,
  });
}

/**
 * Judges what was decided in a range of days anew under the current policy, and settles it where the verdict is another.
 * Moderators' decisions are left out.
 */
export async function startRejudge(input: {
  adminId: UserId;
  timeZone: string;
  from: string;
  to: string;
  rule: string | null;
  gym: string | null;
  callBudget: number;
}): Promise<Started> {
  const { adminId, timeZone, from, to, rule, gym: gymSlug, callBudget } = input;
  if (gymSlug !== null && !(await findGym(gymSlug))) return err("NO_GYM");
  const { version, rules } = await currentPolicy();
  const scope: RejudgeScope = { from, to, timeZone, rule, gymSlug };
  return start({
    adminId,
    kind: "REJUDGE",
    scope,
    callBudget,
    policyVersion: version,
    rules,
    chosen: `SELECT revision.id, standing.decision, standing.rule, revision.decided_at
               FROM review_revision revision
               JOIN review ON review.id = revision.review_id
               JOIN gym ON gym.id = review.gym_id
               JOIN ${standingVerdict} ON true
              WHERE revision.decided_at >= ($1::jsonb->>'from')::timestamp AT TIME ZONE ($1::jsonb->>'timeZone')
                AND revision.decided_at < (($1::jsonb->>'to')::date + 1)::timestamp AT TIME ZONE ($1::jsonb->>'timeZone')
                AND coalesce(standing.rule = $1::jsonb->>'rule', $1::jsonb->>'rule' IS NULL)
                AND coalesce(gym.slug = $1::jsonb->>'gymSlug', true)
                AND ${isForJudge} AND ${isLatestOrPublished}`,
  });
}

/** Whoever starts or resumes a run passes here: two of a kind never run at once. */
export const runLock = 7_420_011;

async function start(run: {
  adminId: UserId;
  kind: PolicyRunKind;
  scope: TrialScope | RejudgeScope;
  callBudget: number;
  policyVersion: number;
  rules: Rule[];
  /** SQL: the revisions, of the scope in $1. */
  chosen: string;
}): Promise<Started> {
  const { adminId, kind, scope, callBudget, policyVersion, rules, chosen } = run;
  return inTransaction(async (connection): Promise<Started> => {
    await connection.query("SELECT pg_advisory_xact_lock($1)", [runLock]);
    const { rowCount: running } = await connection.query(
      `SELECT FROM policy_run WHERE kind = $1::"PolicyRunKind" AND status = 'RUNNING'`,
      [kind],
    );
    if (running) return err("RUNNING");

    const { rows } = await connection.query<{ runId: string; total: number }>(
      `WITH chosen AS MATERIALIZED (${chosen}), run AS (
         INSERT INTO policy_run (id, kind, rules, policy_version, scope, total, call_budget, started_by_id)
         SELECT gen_random_uuid(), $2::"PolicyRunKind", $3::jsonb, $4, $1::jsonb, count(*), $5, $6::uuid
           FROM chosen HAVING count(*) > 0
         RETURNING id, total
       ), items AS (
         INSERT INTO policy_run_item (run_id, position, revision_id, decision_before, rule_before)
         SELECT run.id, row_number() OVER (ORDER BY chosen.decided_at DESC, chosen.id DESC), chosen.id, decision, rule
           FROM run, chosen
       )
       SELECT id AS "runId", total FROM run`,
      [JSON.stringify(scope), kind, JSON.stringify(rules), policyVersion, callBudget, adminId],
    );
    const [started] = rows;
    if (!started) return err("NOTHING_TO_JUDGE");
    await appendAudit(sqlOf(connection), {
      actorId: adminId,
      kind: "POLICY_RUN_STARTED",
      subjectId: started.runId,
      data: { run: kind, policyVersion, total: started.total, callBudget },
    });
    return ok(started);
  });
}
