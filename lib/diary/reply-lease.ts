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
 * The writer of a reply renews its lease. After it expires, any process may take the reply over as its next attempt.
 * The attempt is the fencing token: a writer whose lease expired while it was suspended can no longer log or complete
 * the reply.
 */
export const leaseSeconds = 8;
export const leaseRenewalMs = 2000;

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
 * Completes a reply with its text and empties its log, in one statement. A reply that was completed after a takeover
 * also creates a notice, in the same transaction: its author may have given it up.
 * @returns false when the attempt no longer holds the reply (taken over, completed or deleted); nothing is written
 * then
 */
export async function settleReply(settlement: Settlement): Promise<boolean> {
  const isNews = settlement.attempt > 1 && settlement.status === "DONE";
  return isNews ? settleAndTell(settlement) : settle(pool, settlement);
}

async function settleAndTell(settlement: Settlement): Promise<boolean> {
  const { replyId, authorId: memberId } = settlement;
  const jobs = await jobQueue();
  return inTransaction(async (connection) => {
    // Member before reply: the lock order of a member's deletion. The other order could deadlock.
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
