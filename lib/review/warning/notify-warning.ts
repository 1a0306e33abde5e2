import "server-only";

import type { PgBoss } from "pg-boss";

import { inTransaction, sqlOf } from "../../in-transaction.ts";
import { createNotice, hasNotice } from "../../notice/create-notice.ts";

type Found = { memberId: string; rule: string; isUndone: boolean };

/**
 * Notifies a member of a current warning, or of the undo of one that they were notified of. Idempotent: one notice for
 * each warning and one for its undo.
 */
export async function notifyOfWarning(jobs: PgBoss, warningId: string): Promise<void> {
  await inTransaction(async (connection) => {
    // Locks the member first, in a deletion's order. Holds the lock to the commit, so that an undo waits until the notice
    // is written.
    await connection.query(
      "SELECT FROM member WHERE id = (SELECT member_id FROM reviewer_warning WHERE id = $1) FOR KEY SHARE",
      [warningId],
    );
    const { rows } = await connection.query<Found>(
      `SELECT member_id AS "memberId", rule, undone_at IS NOT NULL AS "isUndone"
         FROM reviewer_warning WHERE id = $1 FOR SHARE`,
      [warningId],
    );
    const [warning] = rows;
    if (!warning) return;
    const { memberId, rule, isUndone } = warning;
    const db = sqlOf(connection);
    const given = `warning:${warningId}`;
    if (isUndone && !(await hasNotice(db, { memberId, eventKey: given }))) return;
    await createNotice(db, jobs, {
      memberId,
      kind: "STANDING_CHANGED",
      eventKey: isUndone ? `${given}:undone` : given,
      data: { event: isUndone ? "WARNING_UNDONE" : "WARNED", rule, until: null },
    });
  });
}
