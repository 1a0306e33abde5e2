import "server-only";

import type { Columns } from "../../web/csv.ts";
import { onePage, readPages } from "../../web/export-pages.ts";
import type { DecidedBy, Decision } from "../../generated/prisma/enums.ts";

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
  modelHost: string | null;
  promptVersion: string | null;
  isFromCache: boolean;
  undoneAt: Date | null;
  appealedAt: Date | null;
  outcome: string | null;
};

/** Contains reviews' texts, but not their authors. */
export const decisionColumns: Columns<DecisionRow> = {
  decided_at: (row) => row.at,
  verdict_id: (row) => row.id,
  revision_id: (row) => row.revisionId,
  review_id: (row) => row.reviewId,
  gym: (row) => row.gym,
  trainer: (row) => row.trainer,
  revision_number: (row) => row.number,
  stars: (row) => row.stars,
  language: (row) => row.locale,
  text: (row) => row.body,
  decision: (row) => row.decision,
  decided_by: (row) => row.decidedBy,
  moderator_id: (row) => row.moderatorId,
  rule: (row) => row.rule,
  hold_reason: (row) => row.holdReason,
  evidence: (row) => row.evidence.join(" | "),
  note: (row) => row.note,
  confidence: (row) => row.confidence,
  policy_version: (row) => row.policyVersion,
  model: (row) => row.model,
  model_server: (row) => row.modelHost,
  prompt_version: (row) => row.promptVersion,
  from_cache: (row) => row.isFromCache,
  undone_at: (row) => row.undoneAt,
  appealed_at: (row) => row.appealedAt,
  appeal_outcome: (row) => row.outcome,
};

export const exportDecisions = (range: { from: Date; until: Date }) =>
  readPages<DecisionRow>(
    `SELECT verdict.created_at AS at, verdict.id, revision.id AS "revisionId", review.id AS "reviewId",
            gym.slug AS gym, trainer.slug AS trainer, revision.number, revision.stars, revision.locale,
            revision.body, verdict.decision, verdict.decided_by AS "decidedBy",
            verdict.moderator_id AS "moderatorId", verdict.rule, verdict.hold_reason AS "holdReason",
            coalesce(verdict.evidence, '{}') AS evidence,
            verdict.note, verdict.confidence, verdict.policy_version AS "policyVersion", verdict.model,
            verdict.model_host AS "modelHost", verdict.prompt_version AS "promptVersion",
            verdict.is_from_cache AS "isFromCache", verdict.undone_at AS "undoneAt",
            appeal.created_at AS "appealedAt", appeal.outcome
       FROM (SELECT * FROM verdict WHERE ${onePage}) verdict
       JOIN review_revision revision ON revision.id = verdict.revision_id
       JOIN review ON review.id = revision.review_id
       JOIN gym ON gym.id = review.gym_id
       LEFT JOIN trainer ON trainer.id = review.trainer_id
       LEFT JOIN appeal ON appeal.verdict_id = verdict.id
      ORDER BY verdict.created_at, verdict.id`,
    range,
  );
