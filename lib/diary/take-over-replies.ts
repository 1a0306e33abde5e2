import "server-only";

import type { UserId } from "../auth/user-id.ts";
import { openDataKey } from "../crypto/data-key.ts";
import { pool } from "../db.ts";
import { openEntryBody } from "./entry-data.ts";
import { fromDbDate } from "../time/local-date.ts";
import { type LogRow, openPieces, textOfPieces } from "./reply-data.ts";
import { type Assignment, leaseSeconds, settleReply } from "./reply-lease.ts";
import type { Tone } from "./schema.ts";

/** A reply is given up after the death of this many servers. */
const maxAttempts = 5;

type LapsedRow = {
  id: string;
  attempt: number;
  author_id: UserId; // the row's author, captured when the reply was accepted
  tone: Tone;
  date: Date;
  name: string;
  entry_id: string;
  body: Buffer;
  body_version: string | null;
  entry_fingerprint: string | null;
  sealed_key: Buffer;
  is_stopped: boolean;
};

/**
 * Takes over those of these replies whose lease has expired, and deletes the log of the lost attempt. A reply that
 * its author stopped is completed with its logged text instead.
 * @returns `lapsed`: to be written here now. `held`: replies whose writer lives, with the seconds until the lease
 * ends. Replies that have ended or are deleted are in neither list.
 */
export async function takeOverReplies(replyIds: string[]) {
  const claimed = await pool.query<LapsedRow>(
    `WITH claimed AS (
       UPDATE reply SET attempt = attempt + 1, lease_until = now() + $2 * interval '1 second',
              fingerprint = CASE WHEN stop_requested_at IS NULL -- what is kept answers what was asked; what is written, the page
                THEN (SELECT entry.fingerprint FROM entry WHERE entry.id = reply.entry_id) ELSE fingerprint END
        WHERE id = ANY ($1::uuid[]) AND status IN ('PENDING', 'STREAMING') AND lease_until < now()
       RETURNING *
     ), forgotten AS (
       DELETE FROM reply_log USING claimed WHERE reply_log.reply_id = claimed.id AND claimed.stop_requested_at IS NULL
     )
     SELECT claimed.id, claimed.attempt, claimed.author_id, claimed.tone, entry.date, entry.id AS entry_id, entry.body,
            entry.body_version, entry.fingerprint AS entry_fingerprint,
            member.name, data_key.sealed_key, claimed.stop_requested_at IS NOT NULL AS is_stopped
       FROM claimed
       JOIN entry ON entry.id = claimed.entry_id
       JOIN member ON member.id = claimed.author_id
       JOIN data_key ON data_key.member_id = claimed.author_id`,
    [replyIds, leaseSeconds],
  );
  const lapsed: Assignment[] = [];
  for (const row of claimed.rows) {
    const { id: replyId, attempt, author_id: authorId } = row;
    if (row.is_stopped) await settleStopped(assignmentOf(row));
    else if (attempt <= maxAttempts) lapsed.push(assignmentOf(row));
    else await settleReply({ replyId, attempt, authorId, status: "FAILED", failure: "INTERRUPTED" });
  }

  const mine = new Set(lapsed.map(({ replyId }) => replyId));
  const { rows } = await pool.query<{ replyId: string; secondsLeft: number }>(
    `SELECT id AS "replyId", extract(epoch FROM lease_until - now())::float8 AS "secondsLeft"
       FROM reply WHERE id = ANY ($1::uuid[]) AND status IN ('PENDING', 'STREAMING')`,
    [replyIds],
  );
  return { lapsed, held: rows.filter(({ replyId }) => !mine.has(replyId)) };
}

function assignmentOf(row: LapsedRow): Assignment {
  const { id: replyId, attempt, author_id: authorId, tone, name } = row;
  const key = openDataKey(authorId, row.sealed_key);
  const body = openEntryBody(key, {
    authorId,
    id: row.entry_id,
    body: row.body,
    fingerprint: row.entry_fingerprint,
    bodyVersion: row.body_version,
  });
  return { replyId, attempt, authorId, tone, date: fromDbDate(row.date), name, body, key };
}

async function settleStopped(assignment: Assignment): Promise<void> {
  const { replyId, authorId, key } = assignment;
  const { rows } = await pool.query<LogRow>(
    "SELECT attempt, seq, pieces FROM reply_log WHERE reply_id = $1 ORDER BY seq",
    [replyId],
  );
  const plain = textOfPieces(rows.flatMap((row) => openPieces(key, authorId, replyId, row)));
  await settleReply({ ...assignment, status: "STOPPED", text: { key, plain } });
}
