import type { Db } from "pg-boss";

/** Rules and categories of the moderation endpoint that cannot wait their turn: somebody may come to harm meanwhile. */
const graveCategories = [
  "threat",
  "personal-information",
  "harassment/threatening",
  "hate/threatening",
  "violence",
];

/** In the queue's order of rank. */
export const graveRank = 0;
export const ordinaryRank = 1;

const isGrave = `
  item.category = ANY ($2::text[])
  OR EXISTS (SELECT FROM verdict
              WHERE verdict.revision_id = item.revision_id AND verdict.undone_at IS NULL
                AND (verdict.rule = ANY ($2::text[]) OR verdict.said_rule = ANY ($2::text[])
                  OR EXISTS (SELECT FROM jsonb_array_elements(verdict.also_broken) other WHERE other->>'rule' = ANY ($2::text[]))
                  OR EXISTS (SELECT FROM jsonb_array_elements(verdict.vetoes) veto WHERE veto->>'category' = ANY ($2::text[]))))
  OR EXISTS (SELECT FROM report
              WHERE report.revision_id = item.revision_id AND report.outcome IS NULL AND report.reason = ANY ($2::text[]))`;

/**
 * Gives the open item of a revision its rank, from all that was said against the text: by any judge, also one that was
 * overruled or not sure, and by members. For whoever opened the item or added a report, in the same transaction.
 */
export async function rankItem(db: Db, revisionId: string): Promise<void> {
  await db.executeSql(
    `UPDATE moderation_item item SET rank = CASE WHEN ${isGrave} THEN ${graveRank} ELSE ${ordinaryRank} END
      WHERE item.revision_id = $1::uuid AND item.closed_at IS NULL`,
    [revisionId, graveCategories],
  );
}
