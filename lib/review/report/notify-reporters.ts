import "server-only";

import type { Db, PgBoss } from "pg-boss";

import { createNotice } from "../../notice/create-notice.ts";
import { type ReviewSubject, subjectColumns, subjectPlaces } from "../revision/review-subject.ts";

type Decided = Pick<ReviewSubject, "gym" | "trainer"> & {
  reportId: string;
  reporterId: string;
  outcome: "UPHELD" | "DISMISSED";
};

/**
 * Notifies reporters of the outcome, in the caller's transaction: of reports decided by an act, or upheld by a revision's
 * rejection. Idempotent: one notice for each report and decision. A notice does not name other reporters.
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
  // In a fixed order, to avoid deadlocks between decisions with the same reporters.
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
