import "server-only";

import type { PoolClient } from "pg";

import { endModelPause } from "../ai/circuit-breaker.ts";
import { pool } from "../db.ts";
import type { Claim } from "./claim-revisions.ts";
import { deskChannel } from "./desk/desk-channel.ts";

/** For so long the model is asked again about a review that it could not judge. Then a person gets it. */
const retryHours = 24;

/** In SQL: what a judge may settle, for the first time or again. Each of the two has its indexes. */
export const isPending = "status = 'PENDING'";
export const isToRetry = "status = 'FAILED' AND retry_at IS NOT NULL";

/** In SQL, of a FAILED revision: when it has been tried for long enough. `decided_at` is when it failed first. */
export const retryEnd = `decided_at + interval '${retryHours} hours'`;

/**
 * When a revision that the model did not judge is tried again. SOON: as soon as calls are made again, because the model
 * fails over everything. LATER: after as long as it has waited already, because it failed over this text.
 */
export type Retry = "SOON" | "LATER";

/** In SQL: `retry_at` of a revision that fails for the first time. */
export const firstRetryAt: Record<Retry, string> = {
  SOON: "now()",
  LATER: "now() + interval '1 minute'",
};

/** In SQL: the same of one that fails once more; each wait is as long as all before it. */
const nextRetryAt: Record<Retry, string> = {
  SOON: "now()",
  LATER: "now() + greatest(now() - decided_at, interval '1 minute')",
};

/**
 * In the caller's transaction, which holds the review: whether this attempt holds the revision, and as what.
 * @returns null when another attempt does, or it is decided.
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

/** It failed once more: nothing is new to its author or to moderators, who had been told that it waits. */
export async function waitOn(connection: PoolClient, revisionId: string, retry: Retry): Promise<void> {
  await connection.query(
    `UPDATE review_revision
        SET retry_at = ${nextRetryAt[retry]}, lease_until = NULL, attempt = ${withoutTries("attempt")}
      WHERE id = $1`,
    [revisionId],
  );
}

/** In SQL: the attempt after one that failed for the model's sake: it does not count as a judge that died over the text. */
export const withoutTries = (attempt: string) => `${attempt} - ${attempt} % 100 + 100`;

/** The model judged it after all: it does not wait any more. */
export async function endWaiting(connection: PoolClient, revisionId: string): Promise<void> {
  await connection.query(
    `UPDATE moderation_item SET closed_at = now()
      WHERE revision_id = $1 AND closed_at IS NULL AND reason = 'FAILED'`,
    [revisionId],
  );
}

/** Hands to people what has been tried for long enough. Idempotent; leaves alone what a moderator or a judge is at. */
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

/** Lets everything that waits for the model be tried at once, and not when its turn comes. */
export async function retryNow(): Promise<void> {
  await endModelPause("MODERATION");
  await pool.query(
    `UPDATE review_revision SET retry_at = now() - interval '1 millisecond' WHERE ${isToRetry} AND retry_at > now()`,
  );
}
