import "server-only";

import type { PoolClient } from "pg";
import type { PgBoss } from "pg-boss";

import { inTransaction, sqlOf } from "../../in-transaction.ts";
import { createNotice, hasNotice } from "../../notice/create-notice.ts";
import { type ReviewSubject, subjectColumns, subjectPlaces } from "../review-subject.ts";
import { standingVerdict } from "../standing-verdict.ts";
import { type ToldAct, newsOf } from "./author-news.ts";
import { tellReporters } from "./tell-reporters.ts";

type Found = Omit<ToldAct, "subject" | "wasToldToWait"> &
  ReviewSubject & {
    actId: string;
    authorId: string;
    /** The last act on the same revision that stands, if any; and whether it came after this one. */
    standingId: string | null;
    isStandingLater: boolean;
  };

/**
 * Tells the author what a moderator did to their review, and who reported it what came of that, if it still stands and they do not know; and what holds now, if
 * it was undone after they had been told. May run twice: there is one notice for each act, and one for its undoing.
 */
export async function tellAuthor(jobs: PgBoss, actId: string): Promise<void> {
  await inTransaction(async (connection) => {
    const act = await lockAct(connection, actId);
    if (!act) return;
    if (!act.isUndone) await tellReporters(sqlOf(connection), jobs, { actId });
    // What was done later is told by itself.
    if (act.isStandingLater) return;
    if (!act.isUndone) return tellAct(connection, jobs, act);
    if ((await isTold(connection, act)) || (await isToldToWait(connection, act)))
      return tell(connection, jobs, act, `undo:${actId}`);
    // What stands again may not have been told: this act had taken its place when its time came.
    const standing = act.standingId === null ? null : await lockAct(connection, act.standingId);
    if (standing) await tellAct(connection, jobs, standing);
  });
}

/** Of an act that had the model asked again: that it could not be asked yet, and later what it said. */
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

/** Held to the commit: nobody undoes it while its author is being told. */
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
