import "server-only";

import { pool } from "../../db.ts";
import type { DecidedBy, Decision } from "../../generated/prisma/enums.ts";

export const decisionColumns = [
  "decided_at",
  "verdict_id",
  "revision_id",
  "review_id",
  "gym",
  "trainer",
  "revision_number",
  "stars",
  "language",
  "text",
  "decision",
  "decided_by",
  "moderator_id",
  "rule",
  "hold_reason",
  "evidence",
  "note",
  "confidence",
  "policy_version",
  "model",
  "from_cache",
  "undone_at",
  "appealed_at",
  "appeal_outcome",
] as const;

type DecisionRow = {
  at: Date;
  id: string;
  revisionId: string;
  reviewId: string;
  gym: string;
  trainer: string | null;
  number: number;
  stars: number;
  locale: string;
  body: string;
  decision: Decision;
  decidedBy: DecidedBy;
  moderatorId: string | null;
  rule: string | null;
  holdReason: string | null;
  evidence: string[];
  note: string | null;
  confidence: number | null;
  policyVersion: number;
  model: string | null;
  isFromCache: boolean;
  undoneAt: Date | null;
  appealedAt: Date | null;
  outcome: string | null;
};

/**
 * The decisions of a stretch of time in order, page by page. Each page is a statement of its own: no connection is held
 * for a reader who takes their time. Texts of reviews are in it, their authors are not.
 */
export async function* exportDecisions({ from, until }: { from: Date; until: Date }, rowsPerPage = 1000) {
  let after: Pick<DecisionRow, "at" | "id"> | undefined;
  do {
    const { rows } = await pool.query<DecisionRow>(pageQuery, [
      from,
      until,
      after?.at ?? null,
      after?.id ?? null,
      rowsPerPage,
    ]);
    if (rows.length > 0) yield rows.map(cellsOf);
    after = rows.length === rowsPerPage ? rows.at(-1) : undefined;
  } while (after);
}

const pageQuery = `
  SELECT verdict.created_at AS at, verdict.id, revision.id AS "revisionId", review.id AS "reviewId",
         gym.slug AS gym, trainer.slug AS trainer, revision.number, revision.stars, revision.locale, revision.body,
         verdict.decision, verdict.decided_by AS "decidedBy",
         verdict.moderator_id AS "moderatorId", verdict.rule, verdict.hold_reason AS "holdReason",
         coalesce(verdict.evidence, '{}') AS evidence,
         verdict.note, verdict.confidence, verdict.policy_version AS "policyVersion", verdict.model,
         verdict.is_from_cache AS "isFromCache", verdict.undone_at AS "undoneAt",
         appeal.created_at AS "appealedAt", appeal.outcome
    FROM (SELECT * FROM verdict
           WHERE created_at >= coalesce($3::timestamptz, $1) AND created_at < $2
             AND ($3::timestamptz IS NULL OR (created_at, id) > ($3::timestamptz, $4::uuid))
           ORDER BY created_at, id LIMIT $5) verdict
    JOIN review_revision revision ON revision.id = verdict.revision_id
    JOIN review ON review.id = revision.review_id
    JOIN gym ON gym.id = review.gym_id
    LEFT JOIN trainer ON trainer.id = review.trainer_id
    LEFT JOIN appeal ON appeal.verdict_id = verdict.id
   ORDER BY verdict.created_at, verdict.id`;

const cellsOf = (row: DecisionRow) => [
  row.at,
  row.id,
  row.revisionId,
  row.reviewId,
  row.gym,
  row.trainer,
  row.number,
  row.stars,
  row.locale,
  row.body,
  row.decision,
  row.decidedBy,
  row.moderatorId,
  row.rule,
  row.holdReason,
  row.evidence.join(" | "),
  row.note,
  row.confidence,
  row.policyVersion,
  row.model,
  row.isFromCache,
  row.undoneAt,
  row.appealedAt,
  row.outcome,
];
