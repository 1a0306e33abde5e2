import "server-only";

import type { UserId } from "../auth/user-id.ts";
import { pool } from "../db.ts";
import { inTransaction, sqlOf } from "../in-transaction.ts";
import { jobQueue } from "../jobs/queue.ts";
import { createNotice } from "../notice/create-notice.ts";

// The condition of the partial index reply_awaiting_repair_idx.
const waits = "reply.failure = 'MODEL_NEEDS_REPAIR'";

export async function hasWaitingAuthors(): Promise<boolean> {
  const { rowCount } = await pool.query(`SELECT FROM reply WHERE ${waits} LIMIT 1`);
  return rowCount === 1;
}

/**
 * Notifies each author whose replies failed because something needed repair. In the same transaction these replies
 * become MODEL_REPAIRED. Idempotent, and safe to kill at any point.
 */
export async function notifyWaitingAuthors(): Promise<void> {
  const { rows } = await pool.query<{ authorId: UserId }>(
    `SELECT DISTINCT author_id AS "authorId" FROM reply WHERE ${waits}`,
  );
  for (const { authorId } of rows) await notifyAuthor(authorId);
}

async function notifyAuthor(authorId: UserId): Promise<void> {
  const jobs = await jobQueue();
  await inTransaction(async (connection) => {
    // Member before replies: the lock order of a member's deletion. The other order could deadlock.
    await connection.query("SELECT FROM member WHERE id = $1 FOR KEY SHARE", [authorId]);
    // No notice for an author who asked again and was answered.
    const { rows } = await connection.query<{ id: string; date: string; isAnswered: boolean }>(
      `UPDATE reply SET failure = 'MODEL_REPAIRED' FROM entry
        WHERE ${waits} AND reply.author_id = $1 AND entry.id = reply.entry_id
       RETURNING reply.id, entry.date::text,
                 EXISTS (SELECT FROM reply later WHERE later.author_id = $1 AND later.created_at > reply.created_at
                                                   AND later.status <> 'FAILED') AS "isAnswered"`,
      [authorId],
    );
    const last = rows
      .filter(({ isAnswered }) => !isAnswered)
      .toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
    if (!last) return;
    await createNotice(sqlOf(connection), jobs, {
      memberId: authorId,
      eventKey: `works-again:${last.id}`,
      kind: "SORA_WORKS_AGAIN",
      data: { date: last.date },
    });
  });
}
