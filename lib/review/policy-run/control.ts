import "server-only";

import { appendAudit } from "../../audit/append-audit.ts";
import type { AuditEntry } from "../../audit/schema.ts";
import type { UserId } from "../../auth/user-id.ts";
import { inTransaction, sqlOf } from "../../in-transaction.ts";
import { type Result, err, ok } from "../../result.ts";
import { runLock } from "./start.ts";

type Controlled = { adminId: UserId; runId: string };

/** The batch that is being judged is discarded. @returns false when the run is not RUNNING */
export function pauseRun({ adminId, runId }: Controlled): Promise<boolean> {
  const reason = "ADMIN";
  return change(
    `UPDATE policy_run SET status = 'PAUSED', pause_reason = $2, lease_until = NULL WHERE id = $1 AND status = 'RUNNING'`,
    [runId, reason],
    { actorId: adminId, kind: "POLICY_RUN_PAUSED", subjectId: runId, data: { reason } },
  );
}

export function cancelRun({ adminId, runId }: Controlled): Promise<boolean> {
  const reason = "ADMIN";
  return change(
    `UPDATE policy_run SET status = 'CANCELLED', pause_reason = $2, lease_until = NULL, ended_at = now()
      WHERE id = $1 AND status IN ('RUNNING', 'PAUSED')`,
    [runId, reason],
    { actorId: adminId, kind: "POLICY_RUN_CANCELLED", subjectId: runId, data: { reason } },
  );
}

function change(sql: string, values: string[], entry: AuditEntry): Promise<boolean> {
  return inTransaction(async (connection) => {
    const { rowCount } = await connection.query(sql, values);
    if (rowCount === 1) await appendAudit(sqlOf(connection), entry);
    return rowCount === 1;
  });
}

type Resumed = Result<{ callBudget: number }, "NOT_PAUSED" | "RUNNING">;

/** Adds `moreCalls` to the budget. RUNNING: another run of its kind runs. */
export function resumeRun(input: Controlled & { moreCalls: number }): Promise<Resumed> {
  const { adminId, runId, moreCalls } = input;
  return inTransaction(async (connection): Promise<Resumed> => {
    await connection.query("SELECT pg_advisory_xact_lock($1)", [runLock]);
    const { rowCount: others } = await connection.query(
      `SELECT FROM policy_run run JOIN policy_run other ON other.kind = run.kind AND other.status = 'RUNNING'
        WHERE run.id = $1`,
      [runId],
    );
    if (others) return err("RUNNING");
    const { rows } = await connection.query<{ callBudget: number }>(
      `UPDATE policy_run SET status = 'RUNNING', pause_reason = NULL, call_budget = call_budget + $2
        WHERE id = $1 AND status = 'PAUSED' RETURNING call_budget AS "callBudget"`,
      [runId, moreCalls],
    );
    const [resumed] = rows;
    if (!resumed) return err("NOT_PAUSED");
    await appendAudit(sqlOf(connection), {
      actorId: adminId,
      kind: "POLICY_RUN_RESUMED",
      subjectId: runId,
      data: resumed,
    });
    return ok(resumed);
  });
}
