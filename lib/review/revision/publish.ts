import "server-only";

import type { PoolClient } from "pg";

type Published = { reviewId: string; revisionId: string; number: number; stars: number };

/**
 * Publishes the revision at the review's earlier place in the list, unless a newer text is published. Supersedes earlier
 * undecided texts and closes their items.
 */
export async function publish(connection: PoolClient, { reviewId, revisionId, number, stars }: Published) {
  const { rowCount } = await connection.query(
    `UPDATE review SET published_revision_id = $2, published_stars = $4,
            published_at = coalesce(published_at, first_published_at, now())
      WHERE id = $1 AND NOT EXISTS (SELECT FROM review_revision newer
                                     WHERE newer.id = review.published_revision_id AND newer.number > $3)`,
    [reviewId, revisionId, number, stars],
  );
  if (rowCount === 0) return;
  await connection.query(
    `WITH earlier AS (
       SELECT id, status FROM review_revision WHERE review_id = $1 AND number < $2
     ), superseded AS (
       UPDATE review_revision revision SET status = 'SUPERSEDED', lease_until = NULL
         FROM earlier WHERE revision.id = earlier.id AND earlier.status IN ('PENDING', 'HELD', 'FAILED')
     )
     UPDATE moderation_item item SET closed_at = now()
       FROM earlier WHERE item.revision_id = earlier.id AND item.closed_at IS NULL`,
    [reviewId, number],
  );
}

export async function hide(connection: PoolClient, { revisionId }: Pick<Published, "revisionId">) {
  await connection.query(
    `UPDATE review SET published_revision_id = NULL, published_stars = NULL, published_at = NULL
      WHERE published_revision_id = $1`,
    [revisionId],
  );
}
