import "server-only";

import type { Db, PgBoss } from "pg-boss";

import { createNotice } from "../../notice/create-notice.ts";
import { type ReviewSubject, subjectColumns, subjectPlaces } from "../review-subject.ts";

type Decided = Pick<ReviewSubject, "gym" | "trainer"> & {
  reportId: string;
  reporterId: string;
  outcome: "UPHELD" | "DISMISSED";
};

/**
 * Tells each reporter what became of their report, in the caller's transaction: those that an act decided, or that the
 * rejection of a revision upheld without one. Idempotent: one notice for each report and decision. Nobody learns who else
 * reported.
 */
export async function tellReporters(
  db: Db,
  jobs: PgBoss,
  by: { actId: string } | { revisionId: string },
): Promise<void> {
  const [which, id] =
    "actId" in by
      ? ["report.act_id = $1", by.actId]
      : ["report.revision_id = $1 AND report.act_id IS NULL", by.revisionId];
  // In one order: two decisions that tell the same members do not wait for each other.
  const { rows }: { rows: Decided[] } = await db.executeSql(
    `SELECT report.id AS "reportId", report.reporter_id AS "reporterId", report.outcome, ${subjectColumns}
       FROM report JOIN review ON review.id = report.review_id ${subjectPlaces}
      WHERE ${which} AND report.outcome IS NOT NULL ORDER BY report.reporter_id`,
    [id],
  );
  for (const { reportId, reporterId: memberId, outcome, gym, trainer } of rows) {
    const eventKey = `report:${reportId}:${id}`;
    await createNotice(db, jobs, {
      memberId,
      eventKey,
      kind: "REPORT_DECIDED",
      data: { gym, trainer, outcome },
    });
  }
}
