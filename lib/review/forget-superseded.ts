import "server-only";

import { pool } from "../db.ts";

/**
 * Deletes up to `limit` superseded texts that were never published. Keeps a text that was reported, decided or judged
 * blind by a moderator, or appealed.
 * @returns the number of deleted rows
 */
export async function deleteSupersededBefore(before: Date, limit: number): Promise<number> {
  const { rowCount } = await pool.query(
    `DELETE FROM review_revision WHERE id = ANY (ARRAY(
       SELECT id FROM review_revision revision
        WHERE status = 'SUPERSEDED' AND created_at < $1
          AND EXISTS (SELECT FROM review_revision newer
                       WHERE newer.review_id = revision.review_id AND newer.number > revision.number)
          AND NOT EXISTS (SELECT FROM review WHERE published_revision_id = revision.id)
          AND NOT EXISTS (SELECT FROM report WHERE revision_id = revision.id)
          AND NOT EXISTS (SELECT FROM moderator_act WHERE revision_id = revision.id)
          AND NOT EXISTS (SELECT FROM moderation_item WHERE revision_id = revision.id AND closed_at IS NULL)
          AND NOT EXISTS (SELECT FROM verdict
                            LEFT JOIN appeal ON appeal.verdict_id = verdict.id
                            LEFT JOIN blind_judgement blind ON blind.verdict_id = verdict.id
                           WHERE verdict.revision_id = revision.id
                             AND (verdict.decided_by = 'MODERATOR' OR appeal.id IS NOT NULL OR blind.verdict_id IS NOT NULL))
        LIMIT $2))`,
    [before, limit],
  );
  return rowCount ?? 0;
}
