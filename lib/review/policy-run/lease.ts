import "server-only";

import type { PoolClient } from "pg";

import { appendAudit } from "../../audit/append-audit.ts";
import { leasePool, pool } from "../../db.ts";
import type { PolicyRunKind } from "../../generated/prisma/enums.ts";
import { inTransaction, sqlOf } from "../../in-transaction.ts";
import type { Policy } from "../../moderation/policy.ts";
import { rulesSchema } from "../../moderation/schema.ts";
import type { PauseReason } from "./schema.ts";

/** A run that this process works on. `attempt` is the fencing token: whoever takes the run over raises it. */
export type RunClaim = { runId: string; kind: PolicyRunKind; attempt: number; policy: Policy };

const leaseSeconds = 10;
/** Also how soon a run that was paused elsewhere gives up the call it is at. */
export const runRenewalMs = 1000;

/** Takes a run that nobody works on, if there is one of this kind. */
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
  // A draft will be the version after the one that it is based on.
  const version = kind === "TRIAL" ? policyVersion + 1 : policyVersion;
  return { runId, kind, attempt, policy: { version, rules: rulesSchema.parse(row.rules) } };
}

/** @returns false when the run is this process's no more: paused, cancelled, or taken over. */
export async function renewRun({ runId, attempt }: RunClaim): Promise<boolean> {
  const { rowCount } = await leasePool.query(
    `UPDATE policy_run SET lease_until = now() + $3 * interval '1 second'
      WHERE id = $1 AND attempt = $2 AND status = 'RUNNING'`,
    [runId, attempt, leaseSeconds],
  );
  return rowCount === 1;
}

/** Counts a call of the model that is about to be made, if the run is still this process's and has one left. */
export async function spendCall({ runId, attempt }: RunClaim): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE policy_run SET calls_used = calls_used + 1
      WHERE id = $1 AND attempt = $2 AND status = 'RUNNING' AND calls_used < call_budget`,
    [runId, attempt],
  );
  return rowCount === 1;
}

/** In a transaction: from here to its end the run is this process's. @returns false when it is not. */
export async function holdRun(connection: PoolClient, { runId, attempt }: RunClaim): Promise<boolean> {
  const { rowCount } = await connection.query(
    `SELECT FROM policy_run WHERE id = $1 AND attempt = $2 AND status = 'RUNNING' FOR SHARE`,
    [runId, attempt],
  );
  return rowCount === 1;
}

/** This process stops working on it, and another, or this one later, goes on. */
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

/** Its worker stops it: until an admin resumes it, or for good when its policy is in force no more. */
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
