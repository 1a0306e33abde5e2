import "server-only";

import { pool } from "../../db.ts";

/**
 * Deletes up to `limit` items of runs that ended before `before`, and the runs without items. The audit log keeps who started
 * each run.
 * @returns the number of deleted rows
 */
export async function deleteRunsBefore(before: Date, limit: number): Promise<number> {
  const items = await pool.query(
    `DELETE FROM policy_run_item WHERE (run_id, position) IN (
       SELECT run_id, position FROM policy_run_item JOIN policy_run ON policy_run.id = run_id
        WHERE ended_at < $1 LIMIT $2)`,
    [before, limit],
  );
  const runs = await pool.query(
    `DELETE FROM policy_run WHERE ended_at < $1
        AND NOT EXISTS (SELECT FROM policy_run_item WHERE run_id = policy_run.id)`,
    [before],
  );
  return (items.rowCount ?? 0) + (runs.rowCount ?? 0);
}
