import "server-only";

import type { UserId } from "../auth/user-id.ts";
import { inTransaction } from "../in-transaction.ts";
import { deskChannel } from "./revision/review-channel.ts";
import { rememberReports } from "./report/remember-reports.ts";
import { rebuildSummaries } from "./summary/rebuild-summaries.ts";

/**
 * Deletes the review with all its revisions, in one transaction. A running judge's verdict then matches no row. Only the
 * fact that reports had hidden it is kept (no text): rewriting must not undo a moderator's decision.
 * @returns false when the author has no such review
 */
export async function deleteReview({ authorId, reviewId }: { authorId: UserId; reviewId: string }) {
  const isDeleted = await inTransaction(async (connection) => {
    // The lock order of an account's deletion: `rememberReports` references the member.
    await connection.query("SELECT FROM member WHERE id = $1 FOR KEY SHARE", [authorId]);
    const { rowCount } = await connection.query(
      "SELECT FROM review WHERE id = $1 AND author_id = $2 FOR UPDATE",
      [reviewId, authorId],
    );
    if (rowCount === 0) return false;
    await rememberReports(connection, reviewId);
    // Its items are deleted by cascade: notify the moderators who have one open.
    await connection.query(
      `SELECT pg_notify('${deskChannel}', revision.id::text)
         FROM review_revision revision JOIN moderation_item item ON item.revision_id = revision.id
        WHERE revision.review_id = $1 AND item.closed_at IS NULL`,
      [reviewId],
    );
    await connection.query("DELETE FROM review WHERE id = $1", [reviewId]);
    return true;
  });
  if (isDeleted) void rebuildSummaries();
  return isDeleted;
}
