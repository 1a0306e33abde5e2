import "server-only";

import type { PoolClient } from "pg";

import type { DeskSubject } from "./desk-subject.ts";
import { isEdited } from "./is-edited.ts";

/** Restores open items. The revision, publication and appeals must be restored first. */
export async function restoreItems(
  connection: PoolClient,
  { reviewId, revisionId }: DeskSubject,
  actId: string,
) {
  // Items of the act itself, or of the model when the act was REJUDGE.
  await connection.query(
    `DELETE FROM moderation_item item USING moderator_act act
      WHERE act.id = $1 AND item.revision_id = $2 AND item.closed_at IS NULL AND item.reason IN ('HELD', 'FAILED')
        AND NOT act.before->'openItems' @> jsonb_build_array(jsonb_build_object('id', item.id))`,
    [actId, revisionId],
  );
  // Later items of members are closed when an earlier item reopens, the appeal was granted, or the text was replaced.
  await connection.query(
    `UPDATE moderation_item item SET closed_at = now() FROM moderator_act act, review_revision revision
      WHERE act.id = $1 AND revision.id = $2 AND item.revision_id = $2 AND item.closed_at IS NULL
        AND NOT act.before->'openItems' @> jsonb_build_array(jsonb_build_object('id', item.id))
        AND (act.before->'openItems' @> jsonb_build_array(jsonb_build_object('revision_id', item.revision_id))
             OR revision.status = 'SUPERSEDED'
             OR item.reason = 'APPEALED'
                AND NOT EXISTS (SELECT FROM appeal JOIN verdict ON verdict.id = appeal.verdict_id
                                 WHERE verdict.revision_id = $2 AND appeal.outcome IS NULL))`,
    [actId, revisionId],
  );
  // Reopens the earlier items, except for replaced texts and those with another open item or a later act.
  await connection.query(
    `UPDATE moderation_item item SET closed_at = NULL
       FROM moderator_act act, jsonb_populate_recordset(NULL::moderation_item, act.before->'openItems') was,
            review_revision revision
      WHERE act.id = $1 AND item.id = was.id AND item.closed_at IS NOT NULL AND revision.id = item.revision_id
        AND revision.status <> 'SUPERSEDED'
        AND (NOT ${isEdited} OR revision.id = (SELECT published_revision_id FROM review WHERE id = $2))
        AND NOT EXISTS (SELECT FROM moderation_item other
                         WHERE other.revision_id = revision.id AND other.closed_at IS NULL)
        AND NOT EXISTS (SELECT FROM moderator_act later
                         WHERE later.revision_id = revision.id AND later.undone_at IS NULL
                           AND later.created_at > act.created_at)`,
    [actId, reviewId],
  );
}
