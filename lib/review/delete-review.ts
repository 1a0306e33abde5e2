import "server-only";

import type { UserId } from "../auth/user-id.ts";
import { pool } from "../db.ts";
import { deskChannel } from "./desk/desk-channel.ts";
import { rebuildSummaries } from "./rebuild-summaries.ts";

/**
 * Deletes the author's review with everything that was said about it: off the page and out of the ratings in the same
 * moment. A judge at work on it will find nothing to settle.
 * @returns false when they have no such review.
 */
export async function deleteReview({ authorId, reviewId }: { authorId: UserId; reviewId: string }) {
  // Its items go with it: whoever has one open is told.
  const { rows } = await pool.query(
    `WITH deleted AS (DELETE FROM review WHERE id = $1 AND author_id = $2 RETURNING id)
     SELECT deleted.id, (SELECT count(pg_notify('${deskChannel}', revision.id::text))
                           FROM review_revision revision JOIN moderation_item item ON item.revision_id = revision.id
                          WHERE revision.review_id = deleted.id AND item.closed_at IS NULL) AS told
       FROM deleted`,
    [reviewId, authorId],
  );
  if (rows.length > 0) void rebuildSummaries();
  return rows.length > 0;
}
