import "server-only";

import type { PoolClient } from "pg";

import type { UserId } from "../auth/user-id.ts";
import { openDataKey } from "../crypto/data-key.ts";
import { pool } from "../db.ts";
import { env } from "../env.ts";
import { jobQueue } from "../jobs/queue.ts";
import { openEntryBody } from "./entry-data.ts";
import { startOfLocalDay } from "./local-date.ts";
import { type Assignment, leaseSeconds } from "./reply-lease.ts";
import type { Tone } from "./schema.ts";
import { watchReplyQueue } from "./watch-reply-job.ts";

type Opened =
  | { ok: true; data: { replyId: string; assignment: Assignment | null } }
  | { ok: false; error: "UNAUTHENTICATED" | "NOT_FOUND" }
  | { ok: false; error: "TOO_MANY_REPLIES" | "TOO_MANY_RUNNING"; retryAfterSeconds: number };

/**
 * Opens a reply to the author's page of a day, in one transaction with the job that guards it, and assigns it to the
 * caller. If that page already has a running reply in that tone, the answer is its id and no assignment.
 *
 * Plain SQL on one connection: this is what stands between a click and the model, on the night when everyone clicks.
 */
export async function openReply(input: { authorId: UserId; date: string; tone: Tone }): Promise<Opened> {
  const jobs = await jobQueue();
  const connection = await pool.connect();
  try {
    await connection.query("BEGIN");
    const opened = await open(connection, input);
    if (opened.ok && opened.data.assignment) {
      await jobs.send(
        watchReplyQueue,
        { replyId: opened.data.replyId },
        { startAfter: leaseSeconds + 1, db: { executeSql: (sql, values) => connection.query(sql, values) } },
      );
    }
    await connection.query("COMMIT");
    connection.release();
    return opened;
  } catch (error) {
    // The connection is thrown away rather than rolled back: it may be what failed.
    connection.release(true);
    throw error;
  }
}

type OpeningRow = {
  name: string;
  time_zone: string;
  sealed_key: Buffer;
  entry_id: string | null;
  body: Buffer;
  running_id: string | null;
  running: number;
};

async function open(
  connection: PoolClient,
  input: { authorId: UserId; date: string; tone: Tone },
): Promise<Opened> {
  const { authorId, date, tone } = input;
  // The member's row is locked first: their clicks in two tabs queue here, so both limits hold and nothing opens twice.
  const member = await connection.query<{ name: string; time_zone: string }>(
    `SELECT name, time_zone FROM member WHERE id = $1 AND suspended_at IS NULL FOR NO KEY UPDATE`,
    [authorId],
  );
  const [{ name, time_zone: timeZone } = { name: "", time_zone: "" }] = member.rows;
  if (!timeZone) return { ok: false, error: "UNAUTHENTICATED" };

  // A second statement, so that it sees what was committed while the first one waited.
  const { rows } = await connection.query<OpeningRow>(
    `SELECT data_key.sealed_key, entry.id AS entry_id, entry.body,
            (SELECT id FROM reply WHERE entry_id = entry.id AND tone = $3::"Tone" AND status IN ('PENDING', 'STREAMING'))
              AS running_id,
            (SELECT count(*)::int FROM reply WHERE author_id = $1 AND status IN ('PENDING', 'STREAMING')) AS running
       FROM data_key LEFT JOIN entry ON entry.author_id = $1 AND entry.date = $2
      WHERE data_key.member_id = $1`,
    [authorId, date, tone],
  );
  const [row] = rows;
  if (!row) return { ok: false, error: "UNAUTHENTICATED" };
  if (!row.entry_id) return { ok: false, error: "NOT_FOUND" };
  if (row.running_id) return { ok: true, data: { replyId: row.running_id, assignment: null } };
  if (row.running >= env().RUNNING_REPLIES_PER_MEMBER) {
    return { ok: false, error: "TOO_MANY_RUNNING", retryAfterSeconds: 5 };
  }

  const dayBegan = startOfLocalDay(timeZone);
  // A reply that failed before its first word is not charged.
  const replyId = crypto.randomUUID();
  const inserted = await connection.query(
    `INSERT INTO reply (id, entry_id, author_id, tone, attempt, lease_until)
     SELECT $1, $2, $3, $4::"Tone", 1, now() + $5 * interval '1 second'
      WHERE $6 > (SELECT count(*) FROM reply
                   WHERE author_id = $3 AND created_at >= $7 AND (status <> 'FAILED' OR first_text_ms IS NOT NULL))`,
    [replyId, row.entry_id, authorId, tone, leaseSeconds, env().REPLIES_PER_DAY, dayBegan],
  );
  if (inserted.rowCount === 0) {
    const nextDay = dayBegan.getTime() + 86_400_000;
    return { ok: false, error: "TOO_MANY_REPLIES", retryAfterSeconds: (nextDay - Date.now()) / 1000 };
  }

  const key = openDataKey(authorId, row.sealed_key);
  const body = openEntryBody(key, { authorId, id: row.entry_id, body: row.body });
  return {
    ok: true,
    data: { replyId, assignment: { replyId, attempt: 1, authorId, tone, date, name, body, key } },
  };
}
