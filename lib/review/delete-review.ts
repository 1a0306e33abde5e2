import "server-only";

import type { UserId } from "../auth/user-id.ts";
import { inTransaction } from "../in-transaction.ts";
import { deskChannel } from "./desk/desk-channel.ts";
import { rememberReports } from "./desk/remember-reports.ts";
import { rebuildSummaries } from "./rebuild-summaries.ts";

/**
 * Deletes the author's review with everything that was said about it: off the page and out of the ratings in the same
 * moment. A judge at work on it will find nothing to settle. That reports had hidden it is remembered, without a word of
 * it: to write it anew is no way round a person's decision.
 * @returns false when they have no such review.
 */
export async function deleteReview({ authorId, reviewId }: { authorId: UserId; reviewId: string }) {
  const isDeleted = await inTransaction(async (connection) => {
    // Locks in the order in which an account's deletion goes through them: what is remembered names the member.
    await connection.query("SELECT FROM member WHERE id = $1 FOR KEY SHARE", [authorId]);
    const { rowCount } = await connection.query(
      "SELECT FROM review WHERE id = $1 AND author_id = $2 FOR UPDATE",
      [reviewId, authorId],
    );
    if (rowCount === 0) return false;
    await rememberReports(connection, reviewId);
    // Its items go with it: whoever has one open is told.
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
