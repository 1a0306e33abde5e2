import "server-only";

import type { PoolClient } from "pg";

import { nextAttempt, nextAttemptOf } from "../revision/attempt.ts";
import type { RevisionStatus } from "../schema.ts";
import { standingVerdict } from "../revision/current-verdict.ts";
import type { DeskSubject } from "./desk-subject.ts";
import { isEdited } from "./is-edited.ts";
import { restoreItems } from "./restore-items.ts";

/**
 * Restores the rows of a locked revision from an act's snapshot (`before`), and marks the act as undone. Not restored:
 * `attempt` rises, which invalidates running judges; later edits remain, and what they replaced remains SUPERSEDED; later
 * reports and appeals remain.
 * @returns the revisions to be judged again
 */
export async function restore(
  connection: PoolClient,
  subject: DeskSubject,
  { actId, moderatorId }: { actId: string; moderatorId: string },
): Promise<string[]> {
  await connection.query("UPDATE moderator_act SET undone_at = now(), undone_by_id = $2 WHERE id = $1", [
    actId,
    moderatorId,
  ]);
  // The act's verdict, and the model's after a REJUDGE.
  await connection.query(
    `UPDATE verdict SET undone_at = now() FROM moderator_act act
      WHERE act.id = $1 AND verdict.revision_id = act.revision_id AND verdict.undone_at IS NULL
        AND verdict.attempt > (act.before->'revision'->>'attempt')::int`,
    [actId],
  );
  const pending = await restoreRevisions(connection, subject, actId);
  await restorePage(connection, subject, actId);
  await connection.query(
    "UPDATE report SET outcome = NULL, decided_at = NULL, act_id = NULL WHERE act_id = $1",
    [actId],
  );
  await restoreAppeals(connection, subject, actId);
  await restoreItems(connection, subject, actId);
  return pending;
}

type Restored = { id: string; status: RevisionStatus };

async function restoreRevisions(connection: PoolClient, subject: DeskSubject, actId: string) {
  const { revisionId, reviewId, attempt } = subject;
  const { rows } = await connection.query<Restored>(
    `UPDATE review_revision revision
        SET status = CASE WHEN was.status IN ('PENDING', 'HELD', 'FAILED') AND ${isEdited} THEN 'SUPERSEDED'
                          ELSE was.status END,
            decided_at = was.decided_at, retry_at = was.retry_at, lease_until = NULL, attempt = $4
       FROM moderator_act act, jsonb_populate_record(NULL::review_revision, act.before->'revision') was
      WHERE act.id = $1 AND revision.id = $3 RETURNING revision.id, revision.status`,
    [actId, reviewId, revisionId, nextAttempt(attempt)],
  );
  // Earlier undecided texts that the act's publication had superseded.
  const { rows: others } = await connection.query<Restored>(
    `UPDATE review_revision revision SET status = was.status, attempt = ${nextAttemptOf("revision.attempt")}
       FROM moderator_act act, jsonb_populate_recordset(NULL::review_revision, act.before->'others') was
      WHERE act.id = $1 AND revision.id = was.id AND revision.status = 'SUPERSEDED'
        AND was.status IN ('PENDING', 'HELD', 'FAILED') AND NOT ${isEdited}
      RETURNING revision.id, revision.status`,
    [actId, reviewId],
  );
  const isForModel = ({ status }: Restored) => status === "PENDING" || status === "FAILED";
  return [...rows, ...others].filter(isForModel).map(({ id }) => id);
}

/** Unless another text is published since. Only an APPROVED text is published again. */
async function restorePage(connection: PoolClient, { reviewId, revisionId }: DeskSubject, actId: string) {
  await connection.query(
    `UPDATE review SET published_revision_id = shown.id,
            published_stars = CASE WHEN shown.id IS NOT NULL THEN was.published_stars END,
            published_at = CASE WHEN shown.id IS NOT NULL THEN was.published_at END,
            first_published_at = was.first_published_at
       FROM moderator_act act
      CROSS JOIN jsonb_populate_record(NULL::review, act.before->'review') was
       LEFT JOIN review_revision shown ON shown.id = was.published_revision_id AND shown.status = 'APPROVED'
      WHERE act.id = $1 AND review.id = $2
        AND (review.published_revision_id IS NULL OR review.published_revision_id = $3)`,
    [actId, reviewId, revisionId],
  );
}

/**
 * Reopens the appeal that the act answered. An appeal against the undone decision moves to the earlier rejection, if
 * there is one; otherwise it is granted without a decision.
 */
async function restoreAppeals(connection: PoolClient, { revisionId }: DeskSubject, actId: string) {
  await connection.query(
    `UPDATE appeal SET outcome = NULL, answer = NULL, decided_by_id = NULL, decided_at = NULL
       FROM moderator_act act WHERE act.id = $1 AND appeal.id = act.appeal_id`,
    [actId],
  );
  await connection.query(
    `WITH standing AS (
       SELECT verdict.id FROM review_revision revision
         JOIN ${standingVerdict("revision.id")} verdict ON verdict.decision = 'REJECT'
        WHERE revision.id = $1 AND revision.status = 'REJECTED'
          AND NOT EXISTS (SELECT FROM appeal WHERE appeal.verdict_id = verdict.id)
     )
     UPDATE appeal SET verdict_id = coalesce((SELECT id FROM standing), verdict_id),
            outcome = CASE WHEN NOT EXISTS (SELECT FROM standing) THEN 'OVERTURNED'::"AppealOutcome" END,
            decided_at = CASE WHEN NOT EXISTS (SELECT FROM standing) THEN now() END
       FROM verdict
      WHERE verdict.id = appeal.verdict_id AND verdict.revision_id = $1 AND verdict.undone_at IS NOT NULL
        AND appeal.outcome IS NULL`,
    [revisionId],
  );
}
