import "server-only";

import { type PgBoss, fromPrisma } from "pg-boss";

import type { Tx } from "../../db.ts";
import { getNewestPolicy } from "../../moderation/policy/data.ts";
import { createNotice } from "../../notice/create-notice.ts";

/**
 * Unpublishes a revision because enough members reported it, and notifies its author. The caller has locked the review
 * and opened the moderation item.
 */
export async function hideReported(tx: Tx, jobs: PgBoss, revisionId: string): Promise<void> {
  const { version } = await getNewestPolicy(tx);
  // Raises the attempt like every verdict: an earlier claim can not settle it any more. clock_timestamp(), because
  // decisions may have been committed during the wait for the lock.
  const hidden = await tx.$queryRaw<{ reviewId: string; attempt: number }[]>`
    WITH hidden AS (
      UPDATE review_revision SET status = 'HELD', decided_at = clock_timestamp(), attempt = attempt + 1, lease_until = NULL
       WHERE id = ${revisionId}::uuid AND status = 'APPROVED'
      RETURNING id, review_id, attempt
    ), judged AS (
      INSERT INTO verdict (id, revision_id, attempt, decision, decided_by, hold_reason, evidence, policy_version, created_at)
      SELECT gen_random_uuid(), id, attempt, 'HOLD', 'RULE', 'REPORTED', '{}', ${version}::int, clock_timestamp() FROM hidden
    ), unpublished AS (
      UPDATE review SET published_revision_id = NULL, published_stars = NULL, published_at = NULL
        FROM hidden WHERE review.id = hidden.review_id
    )
    SELECT review_id AS "reviewId", attempt FROM hidden`;
  if (!hidden[0]) return;

  const { reviewId, attempt } = hidden[0];
  const named = { select: { slug: true, name: true, nameEn: true } };
  const { authorId, gym, trainer } = await tx.review.findUniqueOrThrow({
    where: { id: reviewId },
    select: { authorId: true, gym: named, trainer: named },
  });
  await createNotice(fromPrisma(tx), jobs, {
    memberId: authorId,
    // A revision can be hidden again after a moderator approved it, so the key contains the attempt.
    eventKey: `report-hold:${revisionId}:${attempt}`,
    kind: "REVIEW_HELD",
    data: { reviewId, gym, trainer },
  });
}
