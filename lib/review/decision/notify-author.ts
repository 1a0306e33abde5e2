import "server-only";

import type { PoolClient } from "pg";
import type { PgBoss } from "pg-boss";

import { inTransaction, sqlOf } from "../../in-transaction.ts";
import { createNotice, hasNotice } from "../../notice/create-notice.ts";
import { type ReviewSubject, subjectColumns, subjectPlaces } from "../revision/review-subject.ts";
import { standingVerdict } from "../revision/current-verdict.ts";
import { type ToldAct, newsOf } from "./author-notice.ts";
import { tellReporters } from "../report/notify-reporters.ts";

type Found = Omit<ToldAct, "subject" | "wasToldToWait"> &
  ReviewSubject & {
    actId: string;
    authorId: string;
    standingId: string | null;
    isStandingLater: boolean;
  };

/**
 * Notifies the author and the reporters of an act that was not undone, if it is new to them. After an undo: of the
 * current state, if they had been notified. Idempotent: one notice for each act and one for its undo.
 */
export async function tellAuthor(jobs: PgBoss, actId: string): Promise<void> {
  await inTransaction(async (connection) => {
    const act = await lockAct(connection, actId);
    if (!act) return;
    if (!act.isUndone) await tellReporters(sqlOf(connection), jobs, { actId });
    // The later act has its own job.
    if (act.isStandingLater) return;
    if (!act.isUndone) return tellAct(connection, jobs, act);
    if ((await isTold(connection, act)) || (await isToldToWait(connection, act)))
      return tell(connection, jobs, act, `undo:${actId}`);
    // The earlier act may have had no notice: this act had replaced it when its job ran.
    const standing = act.standingId === null ? null : await lockAct(connection, act.standingId);
    if (standing) await tellAct(connection, jobs, standing);
  });
}

/** A REJUDGE may get two notices: that the model can not judge yet, and later its verdict. */
async function tellAct(connection: PoolClient, jobs: PgBoss, act: Found): Promise<void> {
  const wasToldToWait = await isToldToWait(connection, act);
  await tell(
    connection,
    jobs,
    { ...act, wasToldToWait },
    act.status === "FAILED" ? waitKey(act) : actKey(act),
  );
}

const actKey = ({ actId }: Found) => `act:${actId}`;
const waitKey = ({ actId }: Found) => `act:${actId}:FAILED`;

const isTold = (connection: PoolClient, act: Found) =>
  hasNotice(sqlOf(connection), { memberId: act.authorId, eventKey: actKey(act) });
const isToldToWait = (connection: PoolClient, act: Found) =>
  hasNotice(sqlOf(connection), { memberId: act.authorId, eventKey: waitKey(act) });

/** Holds the locks to the commit: an undo waits until the notice is written. */
async function lockAct(connection: PoolClient, actId: string): Promise<Found | undefined> {
  await connection.query(
    `SELECT FROM member WHERE id = (SELECT review.author_id FROM moderator_act act
                                      JOIN review_revision revision ON revision.id = act.revision_id
                                      JOIN review ON review.id = revision.review_id WHERE act.id = $1)
        FOR KEY SHARE`,
    [actId],
  );
  await connection.query("SELECT FROM moderator_act WHERE id = $1 FOR SHARE", [actId]);
  const { rows } = await connection.query<Found>(
    `SELECT act.id AS "actId", act.kind, act.undone_at IS NOT NULL AS "isUndone",
            act.before->'revision'->>'status' AS "statusBefore", revision.status, verdict.rule,
            act.before->'review'->>'published_revision_id' IS NOT DISTINCT FROM revision.id::text AS "wasPublished",
            review.author_id AS "authorId", standing.id AS "standingId",
            coalesce(standing.attempt > (act.before->'revision'->>'attempt')::int, false) AS "isStandingLater",
            ${subjectColumns}
       FROM moderator_act act
       JOIN review_revision revision ON revision.id = act.revision_id
       JOIN review ON review.id = revision.review_id
       ${subjectPlaces}
       LEFT JOIN ${standingVerdict("revision.id")} verdict ON true
       LEFT JOIN LATERAL (SELECT id, (before->'revision'->>'attempt')::int AS attempt FROM moderator_act
                           WHERE revision_id = revision.id AND undone_at IS NULL
                           ORDER BY attempt DESC LIMIT 1) standing ON true
      WHERE act.id = $1`,
    [actId],
  );
  return rows[0];
}

async function tell(
  connection: PoolClient,
  jobs: PgBoss,
  act: Found & { wasToldToWait?: boolean },
  eventKey: string,
): Promise<void> {
  const { authorId: memberId, reviewId, gym, trainer, wasToldToWait = false, ...told } = act;
  const news = newsOf({ ...told, wasToldToWait, subject: { reviewId, gym, trainer } });
  if (news) await createNotice(sqlOf(connection), jobs, { memberId, eventKey, ...news });
}
