import "server-only";

import type { PoolClient } from "pg";
import type { PgBoss } from "pg-boss";

import { appendAudit } from "../../audit/append-audit.ts";
import { pool } from "../../db.ts";
import { inTransaction, sqlOf } from "../../in-transaction.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { type Result, err, ok } from "../../result.ts";
import { moderateReviewQueue } from "../revision/judge-queue.ts";
import { rebuildSummaries } from "../summary/rebuild-summaries.ts";
import { isActSnapshot } from "./act-snapshot.ts";
import { deskChannel } from "../revision/review-channel.ts";
import { lockForDesk } from "./desk-subject.ts";
import { restore } from "./restore.ts";
import type { UndoError } from "./schema.ts";
import { tellAuthorQueue, undoSeconds } from "../revision/notify-author-queue.ts";

/**
 * Undoes any moderator's act, however old. Later changes remain. Later acts on the same revision must be undone first.
 */
export async function undoAct(input: {
  moderatorId: string;
  actId: string;
}): Promise<Result<{ actId: string }, UndoError>> {
  const jobs = await jobQueue();
  const undone = await inTransaction((connection) => undo(connection, jobs, input));
  if (undone.ok) void rebuildSummaries();
  return undone;
}

/**
 * Undoes a batch.
 * @returns the number of acts undone now, and of those kept because of later acts
 */
export async function undoBatch({ moderatorId, batchId }: { moderatorId: string; batchId: string }) {
  const { rows } = await pool.query<{ actId: string }>(
    `SELECT id AS "actId" FROM moderator_act WHERE batch_id = $1 AND undone_at IS NULL ORDER BY created_at DESC, id DESC`,
    [batchId],
  );
  const counts = { undone: 0, kept: 0 };
  for (const { actId } of rows) {
    const undone = await undoAct({ moderatorId, actId });
    if (undone.ok) counts.undone += 1;
    else if (undone.error !== "NOT_FOUND" && undone.error !== "ALREADY_UNDONE") counts.kept += 1;
  }
  return counts;
}

type Found = {
  revisionId: string;
  batchId: string | null;
  before: unknown;
  isUndone: boolean;
  overtakenBy: "LATER_ACT" | "REPORTED" | "EDIT_WAITS" | null;
};

async function undo(
  connection: PoolClient,
  jobs: PgBoss,
  { moderatorId, actId }: { moderatorId: string; actId: string },
): Promise<Result<{ actId: string }, UndoError>> {
  const asked = await findAct(connection, actId);
  const subject = asked && (await lockForDesk(connection, { revisionId: asked.revisionId, moderatorId }));
  // Read again under the lock.
  const act = subject && (await findAct(connection, actId));
  if (!act) return err("NOT_FOUND");
  if (subject.authorId === moderatorId) return err("OWN_REVIEW");
  if (act.isUndone) return err("ALREADY_UNDONE");
  if (!isActSnapshot(act.before)) return err("UNREADABLE");
  if (act.overtakenBy) return err(act.overtakenBy);

  const pending = await restore(connection, subject, { actId, moderatorId });
  const db = sqlOf(connection);
  for (const revisionId of pending) await jobs.send(moderateReviewQueue, { revisionId }, { db });
  await jobs.send(tellAuthorQueue, { actId }, { db, startAfter: undoSeconds });
  await connection.query("SELECT pg_notify($1, $2)", [deskChannel, subject.revisionId]);
  await appendAudit(db, {
    actorId: moderatorId,
    kind: "DECISION_UNDONE",
    subjectId: subject.revisionId,
    data: { actId, batchId: act.batchId },
  });
  return ok({ actId });
}

/**
 * `overtakenBy`: a later act; reports that hid what the act had published; or the text was pending and another text of
 * the review is being judged. Attempts are compared as JSON, because a cast would fail on an invalid snapshot.
 */
async function findAct(connection: PoolClient, actId: string): Promise<Found | undefined> {
  const { rows } = await connection.query<Found>(
    `SELECT act.revision_id AS "revisionId", act.batch_id AS "batchId", act.before,
            act.undone_at IS NOT NULL AS "isUndone",
            CASE
              WHEN EXISTS (SELECT FROM moderator_act later
                            WHERE later.revision_id = act.revision_id AND later.undone_at IS NULL
                              AND coalesce(later.before->'revision'->'attempt' > act.before->'revision'->'attempt',
                                           later.created_at > act.created_at))
                THEN 'LATER_ACT'
              WHEN EXISTS (SELECT FROM verdict
                            WHERE verdict.revision_id = act.revision_id AND verdict.undone_at IS NULL
                              AND verdict.hold_reason = 'REPORTED'
                              AND to_jsonb(verdict.attempt) > act.before->'revision'->'attempt')
                THEN 'REPORTED'
              WHEN act.before->'revision'->>'status' = 'PENDING'
               AND EXISTS (SELECT FROM review_revision revision
                             JOIN review_revision other ON other.review_id = revision.review_id AND other.id <> revision.id
                            WHERE revision.id = act.revision_id AND other.status = 'PENDING'
                              AND other.number < revision.number)
                THEN 'EDIT_WAITS'
            END AS "overtakenBy"
       FROM moderator_act act WHERE act.id = $1`,
    [actId],
  );
  return rows[0];
}
