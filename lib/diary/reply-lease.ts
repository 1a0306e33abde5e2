import "server-only";

import type { ClientBase } from "pg";

import type { UserId } from "../auth/user-id.ts";
import type { SealingKey } from "../crypto/seal.ts";
import { pool } from "../db.ts";
import { inTransaction, sqlOf } from "../in-transaction.ts";
import { jobQueue } from "../jobs/queue.ts";
import { createNotice } from "../notice/create-notice.ts";
import { sealReplyText } from "./reply-data.ts";
import type { ReplyFailure, Tone } from "./schema.ts";

/**
 * Who writes a reply. The writer holds a lease that it renews while it lives; when the lease has lapsed, anyone may
 * take the reply over as its next attempt. The attempt is the fencing token: a writer that slept through its lease
 * can neither log nor settle any more.
 */
export const leaseSeconds = 8;
export const leaseRenewalMs = 2000;

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
 * Ends a reply, with its text, and empties its log: one statement, all or nothing. One that was finished for a writer
 * who was lost is told to its author, who may have given it up: once, and only if it is saved.
 * @returns false when the attempt no longer holds the reply (taken over, settled or deleted): nothing was written.
 */
export async function settleReply(settlement: Settlement): Promise<boolean> {
  const isNews = settlement.attempt > 1 && settlement.status === "DONE";
  return isNews ? settleAndTell(settlement) : settle(pool, settlement);
}

async function settleAndTell(settlement: Settlement): Promise<boolean> {
  const { replyId, authorId: memberId } = settlement;
  const jobs = await jobQueue();
  return inTransaction(async (connection) => {
    // Before the reply's row, as a member's deletion locks them: two that wait for each other would both be late.
    await connection.query("SELECT FROM member WHERE id = $1 FOR KEY SHARE", [memberId]);
    const isSettled = await settle(connection, settlement);
    if (isSettled) {
      const { rows } = await connection.query<{ date: string }>(
        "SELECT entry.date::text FROM reply JOIN entry ON entry.id = reply.entry_id WHERE reply.id = $1",
        [replyId],
      );
      await createNotice(sqlOf(connection), jobs, {
        memberId,
        eventKey: `reply:${replyId}`,
        kind: "REPLY_FINISHED",
        data: { date: rows[0]!.date },
      });
    }
    return isSettled;
  });
}

// Like all that a running reply asks of the database, prepared once per connection.
const settleStatement = {
  name: "settle-reply",
  text: `
  WITH settled AS (
    UPDATE reply SET status = $3::"ReplyStatus", failure = $4, text = $5, finish_reason = $6, input_tokens = $7,
           output_tokens = $8, first_text_ms = $9, total_ms = $10, ended_at = now(), lease_until = NULL
     WHERE id = $1 AND attempt = $2 AND status IN ('PENDING', 'STREAMING')
    RETURNING id
  ), emptied AS (
    DELETE FROM reply_log USING settled WHERE reply_log.reply_id = settled.id
  )
  SELECT id FROM settled`,
};

async function settle(db: Pick<ClientBase, "query">, settlement: Settlement): Promise<boolean> {
  const { replyId, attempt, authorId, status, failure, text, finishReason, usage, firstTextMs, totalMs } =
    settlement;
  const sealed = text && sealReplyText(text.key, authorId, replyId, text.plain);
  const { rowCount } = await db.query({
    ...settleStatement,
    values: [
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
  });
  return rowCount === 1;
}
