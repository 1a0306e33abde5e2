import type { Db } from "pg-boss";

/** Rules and moderation categories that come first in the queue: somebody may be harmed while it waits. */
const graveCategories = [
  "threat",
  "personal-information",
  "harassment/threatening",
  "hate/threatening",
  "violence",
];

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
 * Sets the rank of a revision's open item from all verdicts (also overruled and unsure ones) and reports. Call it in the
 * transaction that opens the item or adds a report.
 */
export async function rankItem(db: Db, revisionId: string): Promise<void> {
  await db.executeSql(
    `UPDATE moderation_item item SET rank = CASE WHEN ${isGrave} THEN ${graveRank} ELSE ${ordinaryRank} END
      WHERE item.revision_id = $1::uuid AND item.closed_at IS NULL`,
    [revisionId, graveCategories],
  );
}
