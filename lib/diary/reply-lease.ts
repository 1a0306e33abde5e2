import "server-only";

import type { UserId } from "../auth/user-id.ts";
import type { SealingKey } from "../crypto/seal.ts";
import { openDataKey } from "../crypto/data-key.ts";
import { pool } from "../db.ts";
import { openEntryBody } from "./entry-data.ts";
import { fromDbDate } from "./local-date.ts";
import { sealReplyText } from "./reply-data.ts";
import type { ReplyFailure, Tone } from "./schema.ts";

/**
 * Who writes a reply. The writer holds a lease that it renews while it lives; when the lease has lapsed, anyone may
 * take the reply over as its next attempt. The attempt is the fencing token: a writer that slept through its lease
 * can neither log nor settle any more.
 */
export const leaseSeconds = 8;
export const leaseRenewalMs = 2000;

/** So many servers may die under one reply before it is given up. */
const maxAttempts = 5;

/** Everything it takes to write one attempt at a reply. The owner is captured here, once. */
export type Assignment = {
  replyId: string;
  attempt: number;
  authorId: UserId;
  tone: Tone;
  date: string;
  name: string;
  body: string;
  key: SealingKey;
};

/** Where a reply stands, for the job that watches it. */
export type ReplyWatch =
  | { state: "SETTLED" }
  | { state: "HELD"; secondsLeft: number }
  | { state: "LAPSED"; assignment: Assignment };

type LapsedRow = {
  attempt: number;
  author_id: UserId; // the row's own author, captured when the reply was accepted
  tone: Tone;
  date: Date;
  name: string;
  entry_id: string;
  body: Buffer;
  sealed_key: Buffer;
};

/** Takes a reply over if its lease has lapsed, deleting what the lost attempt had logged. */
export async function takeOverReply(replyId: string): Promise<ReplyWatch> {
  const claimed = await pool.query<LapsedRow>(
    `WITH claimed AS (
       UPDATE reply SET attempt = attempt + 1, lease_until = now() + $2 * interval '1 second'
        WHERE id = $1 AND status IN ('PENDING', 'STREAMING') AND lease_until < now()
       RETURNING *
     ), forgotten AS (
       DELETE FROM reply_log USING claimed WHERE reply_log.reply_id = claimed.id
     )
     SELECT claimed.attempt, claimed.author_id, claimed.tone, entry.date, entry.id AS entry_id, entry.body,
            member.name, data_key.sealed_key
       FROM claimed
       JOIN entry ON entry.id = claimed.entry_id
       JOIN member ON member.id = claimed.author_id
       JOIN data_key ON data_key.member_id = claimed.author_id`,
    [replyId, leaseSeconds],
  );
  const [row] = claimed.rows;
  if (!row) return heldOrSettled(replyId);

  const { attempt, author_id: authorId, tone, name } = row;
  if (attempt > maxAttempts) {
    await settleReply({ replyId, attempt, authorId, status: "FAILED", failure: "INTERRUPTED" });
    return { state: "SETTLED" };
  }
  const key = openDataKey(authorId, row.sealed_key);
  const body = openEntryBody(key, { authorId, id: row.entry_id, body: row.body });
  const date = fromDbDate(row.date);
  return { state: "LAPSED", assignment: { replyId, attempt, authorId, tone, date, name, body, key } };
}

async function heldOrSettled(replyId: string): Promise<ReplyWatch> {
  const { rows } = await pool.query<{ seconds_left: number }>(
    `SELECT extract(epoch FROM lease_until - now())::float8 AS seconds_left
       FROM reply WHERE id = $1 AND status IN ('PENDING', 'STREAMING')`,
    [replyId],
  );
  return rows[0] ? { state: "HELD", secondsLeft: rows[0].seconds_left } : { state: "SETTLED" };
}

export type Settlement = Pick<Assignment, "replyId" | "attempt" | "authorId"> & {
  status: "DONE" | "STOPPED" | "FAILED";
  failure?: ReplyFailure | undefined;
  text?: { key: SealingKey; plain: string };
  finishReason?: string | undefined;
  usage?: { inputTokens: number | undefined; outputTokens: number | undefined } | undefined;
  firstTextMs?: number | undefined;
  totalMs?: number | undefined;
};

/**
 * Ends a reply, with its text, and empties its log: one statement, all or nothing.
 * @returns false when the attempt no longer holds the reply (taken over, settled or deleted): nothing was written.
 */
export async function settleReply(settlement: Settlement): Promise<boolean> {
  const { replyId, attempt, authorId, status, failure, text, finishReason, usage, firstTextMs, totalMs } =
    settlement;
  const sealed = text && sealReplyText(text.key, authorId, replyId, text.plain);
  const { rowCount } = await pool.query(
    `WITH settled AS (
       UPDATE reply SET status = $3::"ReplyStatus", failure = $4, text = $5, finish_reason = $6, input_tokens = $7,
              output_tokens = $8, first_text_ms = $9, total_ms = $10, ended_at = now(), lease_until = NULL
        WHERE id = $1 AND attempt = $2 AND status IN ('PENDING', 'STREAMING')
       RETURNING id
     ), emptied AS (
       DELETE FROM reply_log USING settled WHERE reply_log.reply_id = settled.id
     )
     SELECT id FROM settled`,
    [
      replyId,
      attempt,
      status,
      failure ?? null,
      sealed ?? null,
      finishReason ?? null,
      usage?.inputTokens ?? null,
      usage?.outputTokens ?? null,
      firstTextMs ?? null,
      totalMs ?? null,
    ],
  );
  return rowCount === 1;
}
