import "server-only";

import { appendAudit } from "../../audit/append-audit.ts";
import type { UserId } from "../../auth/user-id.ts";
import type { PolicyRunKind } from "../../generated/prisma/enums.ts";
import { findGym } from "../../gym/gym-data.ts";
import { longLimits } from "../../database/limits.ts";
import { inTransaction, sqlOf } from "../../in-transaction.ts";
import { currentPolicy } from "../../moderation/policy/data.ts";
import { findDraft } from "../../moderation/policy/draft.ts";
import type { Rule } from "../../moderation/policy/rules.ts";
import { canControlJudge } from "../../moderation/policy/schema.ts";
import { type Result, err, ok } from "../../result.ts";
import { type RejudgeScope, type StartError, type TrialScope, maxRunItems } from "./schema.ts";
import { rejudgeScopeSql, trialScopeSql } from "./scope.ts";

type Started = Result<{ runId: string; total: number }, StartError>;

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
    chosen: trialScopeSql,
  });
}

/** Judges the decisions of a range of days again under the current policy. Moderators' decisions are left out. */
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
    chosen: rejudgeScopeSql,
  });
}

/** Serialises starting and resuming: two runs of one kind never run at once. */
export const runLock = 7_420_011;

async function start(run: {
  adminId: UserId;
  kind: PolicyRunKind;
  scope: TrialScope | RejudgeScope;
  callBudget: number;
  policyVersion: number;
  rules: Rule[];
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

    // One statement. It takes about a second for the largest run. During it none of the revisions can be deleted, but
    // judging and deciding continue.
    const { rows } = await connection.query<{ runId: string | null; total: number }>(
      `WITH chosen AS MATERIALIZED (${chosen} ORDER BY revision.decided_at DESC, revision.id DESC LIMIT ${maxRunItems + 1}),
       asked AS (SELECT count(*)::int AS total FROM chosen),
       run AS (
         INSERT INTO policy_run (id, kind, rules, policy_version, scope, total, call_budget, started_by_id)
         SELECT gen_random_uuid(), $2::"PolicyRunKind", $3::jsonb, $4, $1::jsonb, total, $5, $6::uuid
           FROM asked WHERE total BETWEEN 1 AND ${maxRunItems}
         RETURNING id
       ), items AS (
         INSERT INTO policy_run_item (run_id, position, revision_id, decision_before, rule_before)
         SELECT run.id, row_number() OVER (ORDER BY chosen.decided_at DESC, chosen.id DESC), chosen.id, decision, rule
           FROM run, chosen
       )
       SELECT run.id AS "runId", total FROM asked LEFT JOIN run ON true`,
      [JSON.stringify(scope), kind, JSON.stringify(rules), policyVersion, callBudget, adminId],
    );
    const { runId, total } = rows[0]!;
    if (runId === null) return err(total === 0 ? "NOTHING_TO_JUDGE" : "TOO_MANY");
    await appendAudit(sqlOf(connection), {
      actorId: adminId,
      kind: "POLICY_RUN_STARTED",
      subjectId: runId,
      data: { run: kind, policyVersion, total, callBudget },
    });
    return ok({ runId, total });
  }, longLimits);
}
