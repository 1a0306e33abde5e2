import "server-only";

import { findModelPause } from "../ai/circuit-breaker.ts";
import { msSinceLastCall } from "../ai/last-call.ts";
import { leasePool, pool } from "../db.ts";
import { inTransaction } from "../in-transaction.ts";
import { maxBatch } from "../moderation/judge-texts.ts";
import { currentPolicy } from "../moderation/policy-data.ts";
import { findVerdicts } from "../moderation/verdict-cache-data.ts";
import { type Choice, chooseBatch } from "./choose-batch.ts";
import { isPending, isToRetry, retryEnd } from "./retry-failed.ts";

/**
 * A revision that this process judges now. It holds a lease, which it renews while it lives; `attempt` is the fencing
 * token: whoever claims the revision next raises it, and then a verdict of this attempt matches no row.
 */
export type Claim = { revisionId: string; attempt: number; authorId: string; body: string };

/** What was claimed; or after how long to look again, too few for a call of the model being there yet. */
type Claimed = { claims: Claim[]; isKnown: boolean } | { waitMs: number };

/** A batch that is not whole waits until the last call of any server is so long ago. */
const paceMs = 500;

/** Renewed to a little less than it is claimed for: so a lease tells whether a call of the model is about to begin under it. */
const leaseSeconds = { forCall: 15, renewed: 14 };
const beginningSeconds = leaseSeconds.forCall - paceMs / 1000;
export const leaseRenewalMs = 5000;

/** All claims, of any server, pass here one after the other: otherwise two could take the same text. */
const claimingLock = 7_420_004;

/** Looked at in one go, oldest first. */
const maxLook = 200;

/**
 * Claims what is to be judged next; without `mayCallModel` only what needs no call.
 * @returns null when nothing waits, or what waits is judged elsewhere.
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
  // Another server was first, with these or with a call of its own: the next look will tell.
  return claims.length > 0 ? { claims, isKnown: choice.isKnown } : { waitMs: paceMs };
}

/** Nobody judges the revision, nor another with the same text: such a copy waits for its verdict instead. */
const isFree = `
  (revision.lease_until IS NULL OR revision.lease_until <= now())
  AND NOT EXISTS (SELECT FROM review_revision judged
                   WHERE ${isPending} AND judged.body_hash = revision.body_hash AND judged.lease_until > now())
  AND NOT EXISTS (SELECT FROM review_revision judged
                   WHERE ${isToRetry} AND judged.body_hash = revision.body_hash AND judged.lease_until > now())`;

/** Oldest first, whether it is judged for the first time or again. */
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
    // A statement of its own, so that it sees what others claimed while the lock was waited for.
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

/** Says that this process still judges these. Those it has lost stay lost. */
export async function renewClaims(claims: Claim[]): Promise<void> {
  await leasePool.query(
    `UPDATE review_revision revision SET lease_until = now() + $3 * interval '1 second'
       FROM unnest($1::uuid[], $2::int[]) AS mine (id, attempt)
      WHERE revision.id = mine.id AND revision.attempt = mine.attempt AND (${isPending} OR ${isToRetry})`,
    [claims.map(({ revisionId }) => revisionId), claims.map(({ attempt }) => attempt), leaseSeconds.renewed],
  );
}

/** Which of these are not decided yet, and in how many seconds there is something to do about them. */
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
