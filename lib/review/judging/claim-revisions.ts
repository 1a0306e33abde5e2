import "server-only";

import { findModelPause } from "../../ai/circuit-breaker.ts";
import { msSinceLastCall } from "../../ai/last-call.ts";
import { leasePool, pool } from "../../db.ts";
import { inTransaction } from "../../in-transaction.ts";
import { maxBatch } from "../../moderation/judge-texts.ts";
import { currentPolicy } from "../../moderation/policy/data.ts";
import { findVerdicts } from "../../moderation/verdict-cache-data.ts";
import { type Choice, chooseBatch } from "./choose-batch.ts";
import { isPending, isToRetry, retryEnd } from "./retry-failed.ts";

/**
 * A revision leased to this process. `attempt` is the fencing token: the next claim raises it, and a verdict of an older
 * attempt matches no row.
 */
export type Claim = { revisionId: string; attempt: number; authorId: string; body: string };

type Claimed = { claims: Claim[]; isKnown: boolean } | { waitMs: number };

/** A batch that is not whole waits until this long after the last model call of any server. */
const paceMs = 500;

/** A renewal sets less than a claim does, so that a lease shows whether a model call is about to start. */
const leaseSeconds = { forCall: 15, renewed: 14 };
const beginningSeconds = leaseSeconds.forCall - paceMs / 1000;
export const leaseRenewalMs = 5000;

/** All servers claim one after the other: otherwise two could claim the same text. */
const claimingLock = 7_420_004;

const maxLook = 200;

/**
 * Without `mayCallModel`, claims only texts that need no call.
 * @returns null when nothing waits, or other processes judge all that waits
 */
export async function claimRevisions({ mayCallModel }: { mayCallModel: boolean }): Promise<Claimed | null> {
  const pause = await findModelPause("MODERATION");
  const waiting = await listWaiting({ mayRetry: pause === null || pause.isDue });
  if (waiting.length === 0) return null;
  const hashes = [...new Set(waiting.map(({ bodyHash }) => bodyHash))];
  const verdicts = await findVerdicts(hashes, await currentPolicy());
  const choice = chooseBatch(
    waiting.map((revision) => ({ ...revision, isKnown: verdicts.has(revision.bodyHash) })),
    maxBatch,
  );
  if (!choice || (!choice.isKnown && !mayCallModel)) return null;

  if (!choice.isWhole) {
    const waitMs = paceMs - (await msSinceLastCall("MODERATION"));
    if (waitMs > 0) return { waitMs };
  }
  const claims = await claim(choice);
  // Another server claimed these first, or started its own call.
  return claims.length > 0 ? { claims, isKnown: choice.isKnown } : { waitMs: paceMs };
}

/** Nobody judges the revision or an equal text. A copy waits for the verdict on that text. */
const isFree = `
  (revision.lease_until IS NULL OR revision.lease_until <= now())
  AND NOT EXISTS (SELECT FROM review_revision judged
                   WHERE ${isPending} AND judged.body_hash = revision.body_hash AND judged.lease_until > now())
  AND NOT EXISTS (SELECT FROM review_revision judged
                   WHERE ${isToRetry} AND judged.body_hash = revision.body_hash AND judged.lease_until > now())`;

export const waitingQuery = `
  WITH pending AS (
    SELECT id, body_hash, attempt, created_at FROM review_revision revision
     WHERE ${isPending} AND ${isFree} ORDER BY created_at, id LIMIT $1
  ), failed AS (
    SELECT id, body_hash, attempt, created_at FROM review_revision revision
     WHERE ${isToRetry} AND $2 AND retry_at <= now() AND ${isFree} ORDER BY created_at, id LIMIT $1
  )
  SELECT id AS "revisionId", body_hash AS "bodyHash", attempt FROM (TABLE pending UNION ALL TABLE failed) waiting
   ORDER BY created_at, id LIMIT $1`;

async function listWaiting({ mayRetry }: { mayRetry: boolean }) {
  const { rows } = await pool.query<{ revisionId: string; bodyHash: string; attempt: number }>(waitingQuery, [
    maxLook,
    mayRetry,
  ]);
  return rows;
}

function claim({ revisionIds, isKnown, isWhole }: Choice): Promise<Claim[]> {
  return inTransaction(async (connection) => {
    await connection.query("SELECT pg_advisory_xact_lock($1)", [claimingLock]);
    // A separate statement, so that it sees what others claimed while this one waited for the lock.
    const { rows } = await connection.query<Claim>(
      `WITH free AS (
         SELECT id FROM review_revision revision
          WHERE id = ANY ($1::uuid[]) AND (${isPending} OR ${isToRetry} AND retry_at <= now()) AND ${isFree}
            AND ($4 OR NOT EXISTS (SELECT FROM review_revision begun WHERE begun.status = 'PENDING'
                                      AND begun.lease_until > now() + $3 * interval '1 second'))
            FOR UPDATE SKIP LOCKED
       )
       UPDATE review_revision revision
          SET attempt = attempt + 1, lease_until = now() + $2 * interval '1 second'
         FROM free, review WHERE revision.id = free.id AND review.id = revision.review_id
       RETURNING revision.id AS "revisionId", revision.attempt, revision.body, review.author_id AS "authorId"`,
      [revisionIds, isKnown ? leaseSeconds.renewed : leaseSeconds.forCall, beginningSeconds, isWhole],
    );
    return rows;
  });
}

export async function renewClaims(claims: Claim[]): Promise<void> {
  await leasePool.query(
    `UPDATE review_revision revision SET lease_until = now() + $3 * interval '1 second'
       FROM unnest($1::uuid[], $2::int[]) AS mine (id, attempt)
      WHERE revision.id = mine.id AND revision.attempt = mine.attempt AND (${isPending} OR ${isToRetry})`,
    [claims.map(({ revisionId }) => revisionId), claims.map(({ attempt }) => attempt), leaseSeconds.renewed],
  );
}

export async function listUndecided(
  revisionIds: string[],
): Promise<{ revisionId: string; secondsLeft: number }[]> {
  const pause = await findModelPause("MODERATION");
  const { rows } = await pool.query<{ revisionId: string; secondsLeft: number }>(
    `SELECT id AS "revisionId",
            extract(epoch FROM greatest(
              CASE WHEN ${isPending} THEN lease_until
                   ELSE least(greatest(lease_until, retry_at, $2), ${retryEnd}) END, now()) - now())::float8 AS "secondsLeft"
       FROM review_revision WHERE id = ANY ($1::uuid[]) AND (${isPending} OR ${isToRetry})`,
    [revisionIds, pause?.retryAt ?? null],
  );
  return rows;
}
