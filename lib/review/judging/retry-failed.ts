import "server-only";

import type { PoolClient } from "pg";

import { endModelPause } from "../../ai/circuit-breaker.ts";
import { pool } from "../../db.ts";
import type { Claim } from "./claim-revisions.ts";
import { nextAttemptOf } from "../revision/attempt.ts";
import { deskChannel } from "../revision/review-channel.ts";

const retryHours = 24;

/** In SQL: revisions that a judge may settle. Two conditions, because each has its own index. */
export const isPending = "status = 'PENDING'";
export const isToRetry = "status = 'FAILED' AND retry_at IS NOT NULL";

/** In SQL, for a FAILED revision: the end of its retries. `decided_at` is its first failure. */
export const retryEnd = `decided_at + interval '${retryHours} hours'`;

/**
 * SOON: when model calls resume, because the model fails for all texts. LATER: after as long as it has already waited,
 * because it failed for this text.
 */
export type Retry = "SOON" | "LATER";

export const firstRetryAt: Record<Retry, string> = {
  SOON: "now()",
  LATER: "now() + interval '1 minute'",
};

/** In SQL: `retry_at` after further failures. Each wait is as long as all before it together. */
const nextRetryAt: Record<Retry, string> = {
  SOON: "now()",
  LATER: "now() + greatest(now() - decided_at, interval '1 minute')",
};

/**
 * Fence. Call it in a transaction that holds the review.
 * @returns the status that this attempt holds; null when another attempt claimed it or it is decided
 */
export async function lockAttempt(
  connection: PoolClient,
  { revisionId, attempt }: Pick<Claim, "revisionId" | "attempt">,
): Promise<"PENDING" | "FAILED" | null> {
  const { rows } = await connection.query<{ status: "PENDING" | "FAILED" }>(
    `SELECT status FROM review_revision
      WHERE id = $1 AND attempt = $2 AND (${isPending} OR ${isToRetry}) FOR NO KEY UPDATE`,
    [revisionId, attempt],
  );
  return rows[0]?.status ?? null;
}

/** A further failure. No notice: author and moderators already know that it waits. */
export async function waitOn(connection: PoolClient, revisionId: string, retry: Retry): Promise<void> {
  await connection.query(
    `UPDATE review_revision
        SET retry_at = ${nextRetryAt[retry]}, lease_until = NULL, attempt = ${nextAttemptOf("attempt")}
      WHERE id = $1`,
    [revisionId],
  );
}

export async function endWaiting(connection: PoolClient, revisionId: string): Promise<void> {
  await connection.query(
    `UPDATE moderation_item SET closed_at = now()
      WHERE revision_id = $1 AND closed_at IS NULL AND reason = 'FAILED'`,
    [revisionId],
  );
}

/** Idempotent. Skips revisions that a judge has leased or another transaction has locked. */
export async function giveUpRetrying(): Promise<void> {
  await pool.query(
    `WITH late AS (
       SELECT id FROM review_revision
        WHERE ${isToRetry} AND ${retryEnd} <= now() AND (lease_until IS NULL OR lease_until <= now())
        ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
     ), ended AS (
       UPDATE review_revision revision SET retry_at = NULL FROM late WHERE revision.id = late.id
     ), given AS (
       UPDATE moderation_item item SET waits_for_model = false
         FROM late WHERE item.revision_id = late.id AND item.waits_for_model AND item.closed_at IS NULL
       RETURNING item.revision_id
     )
     SELECT pg_notify($1, revision_id::text)::text AS told FROM given`,
    [deskChannel],
  );
}

export async function retryNow(): Promise<void> {
  await endModelPause("MODERATION");
  await pool.query(
    `UPDATE review_revision SET retry_at = now() - interval '1 millisecond' WHERE ${isToRetry} AND retry_at > now()`,
  );
}
