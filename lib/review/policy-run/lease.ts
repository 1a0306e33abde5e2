import "server-only";

import type { PoolClient } from "pg";

import { appendAudit } from "../../audit/append-audit.ts";
import { leasePool, pool } from "../../db.ts";
import type { PolicyRunKind } from "../../generated/prisma/enums.ts";
import { inTransaction, sqlOf } from "../../in-transaction.ts";
import type { Policy } from "../../moderation/policy/rules.ts";
import { rulesSchema } from "../../moderation/policy/schema.ts";
import type { PauseReason } from "./schema.ts";

export type RunClaim = { runId: string; kind: PolicyRunKind; attempt: number; policy: Policy };

const leaseSeconds = 10;
/** Also the delay after which a run that was paused elsewhere aborts its call. */
export const runRenewalMs = 1000;

export async function claimRun(kind: PolicyRunKind): Promise<RunClaim | null> {
  const { rows } = await pool.query<{
    runId: string;
    attempt: number;
    rules: unknown;
    policyVersion: number;
  }>(
    `UPDATE policy_run SET attempt = attempt + 1, lease_until = now() + $2 * interval '1 second'
      WHERE id = (SELECT id FROM policy_run WHERE kind = $1::"PolicyRunKind" AND status = 'RUNNING'
                     AND (lease_until IS NULL OR lease_until <= now()) LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id AS "runId", attempt, rules, policy_version AS "policyVersion"`,
    [kind, leaseSeconds],
  );
  const [row] = rows;
  if (!row) return null;
  const { runId, attempt, policyVersion } = row;
  // A published draft gets the version after the one it is based on.
  const version = kind === "TRIAL" ? policyVersion + 1 : policyVersion;
  return { runId, kind, attempt, policy: { version, rules: rulesSchema.parse(row.rules) } };
}

export async function renewRun({ runId, attempt }: RunClaim): Promise<boolean> {
  const { rowCount } = await leasePool.query(
    `UPDATE policy_run SET lease_until = now() + $3 * interval '1 second'
      WHERE id = $1 AND attempt = $2 AND status = 'RUNNING'`,
    [runId, attempt, leaseSeconds],
  );
  return rowCount === 1;
}

export async function spendCall({ runId, attempt }: RunClaim): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE policy_run SET calls_used = calls_used + 1
      WHERE id = $1 AND attempt = $2 AND status = 'RUNNING' AND calls_used < call_budget`,
    [runId, attempt],
  );
  return rowCount === 1;
}

/**
 * Fences the caller's transaction: nobody can pause, cancel or take over the run before it ends. @returns false when the
 * run is lost
 */
export async function holdRun(connection: PoolClient, { runId, attempt }: RunClaim): Promise<boolean> {
  const { rowCount } = await connection.query(
    `SELECT FROM policy_run WHERE id = $1 AND attempt = $2 AND status = 'RUNNING' FOR SHARE`,
    [runId, attempt],
  );
  return rowCount === 1;
}

export async function releaseRun({ runId, attempt }: RunClaim): Promise<void> {
  await pool.query(`UPDATE policy_run SET lease_until = NULL WHERE id = $1 AND attempt = $2`, [
    runId,
    attempt,
  ]);
}

export async function finishRun({ runId, attempt }: RunClaim): Promise<void> {
  await pool.query(
    `UPDATE policy_run SET status = 'DONE', ended_at = now(), lease_until = NULL
      WHERE id = $1 AND attempt = $2 AND status = 'RUNNING'`,
    [runId, attempt],
  );
}

/**
 * For the worker. POLICY cancels the run, because its policy is no longer in force. Other reasons pause it until an admin
 * resumes it.
 */
export async function stopRun({ runId, attempt }: RunClaim, reason: Exclude<PauseReason, "ADMIN">) {
  await inTransaction(async (connection) => {
    const { rowCount } = await connection.query(
      `UPDATE policy_run SET status = $3::text::"PolicyRunStatus", pause_reason = $4, lease_until = NULL,
              ended_at = CASE WHEN $3 = 'CANCELLED' THEN now() END
        WHERE id = $1 AND attempt = $2 AND status = 'RUNNING'`,
      [runId, attempt, reason === "POLICY" ? "CANCELLED" : "PAUSED", reason],
    );
    if (rowCount !== 1) return;
    await appendAudit(sqlOf(connection), {
      actorId: null,
      kind: reason === "POLICY" ? "POLICY_RUN_CANCELLED" : "POLICY_RUN_PAUSED",
      subjectId: runId,
      data: { reason },
    });
  });
}
