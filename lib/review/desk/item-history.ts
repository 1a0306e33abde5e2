import "server-only";

import { pool } from "../../db.ts";
import type {
  ActKind,
  AppealOutcome,
  DecidedBy,
  Decision,
  ReportOutcome,
} from "../../generated/prisma/enums.ts";
import type { BrokenRule } from "../../moderation/broken-rule.ts";
import type { Veto } from "../../moderation/veto.ts";
import { isOfSamePlace } from "../report/unsettled-reports.ts";

export type ItemVerdict = {
  id: string;
  revisionId: string;
  decision: Decision;
  decidedBy: DecidedBy;
  rule: string | null;
  holdReason: string | null;
  evidence: string[];
  alsoBroken: BrokenRule[];
  vetoes: Veto[];
  confidence: number | null;
  policyVersion: number;
  model: string | null;
  isFromCache: boolean;
  moderatorName: string | null;
  note: string | null;
  createdAt: Date;
  undoneAt: Date | null;
};

export type ItemAct = {
  id: string;
  kind: ActKind;
  moderatorId: string | null;
  moderatorName: string | null;
  rule: string | null;
  note: string | null;
  createdAt: Date;
  undoneAt: Date | null;
  undoneByName: string | null;
};

export type ItemAppeal = {
  id: string;
  text: string;
  createdAt: Date;
  outcome: AppealOutcome | null;
  answer: string | null;
  lastMessageBy: "MODERATOR" | "AUTHOR" | null;
};

export type ItemReport = {
  id: string;
  reporterName: string;
  reason: string;
  text: string | null;
  counts: boolean;
  isAboutEarlier: boolean;
  createdAt: Date;
  outcome: ReportOutcome | null;
  upheld: number;
  dismissed: number;
};

/** The author's deleted review of the same place, which reports had hidden. */
export type DeletedReported = { reasons: string[]; deletedAt: Date };

export async function listVerdicts(revisionId: string) {
  const { rows } = await pool.query<ItemVerdict>(
    `SELECT verdict.id, verdict.revision_id AS "revisionId", decision, decided_by AS "decidedBy", rule,
            hold_reason AS "holdReason", coalesce(evidence, '{}') AS evidence, also_broken AS "alsoBroken", vetoes,
            confidence, policy_version AS "policyVersion", model, is_from_cache AS "isFromCache",
            moderator.name AS "moderatorName", note, verdict.created_at AS "createdAt",
            undone_at AS "undoneAt"
       FROM verdict LEFT JOIN member moderator ON moderator.id = verdict.moderator_id
      WHERE verdict.revision_id = $1 ORDER BY verdict.created_at DESC, verdict.attempt DESC`,
    [revisionId],
  );
  return rows;
}

export async function listActs(revisionId: string) {
  const { rows } = await pool.query<ItemAct>(
    `SELECT act.id, act.kind, act.moderator_id AS "moderatorId", moderator.name AS "moderatorName", verdict.rule,
            verdict.note, act.created_at AS "createdAt", act.undone_at AS "undoneAt", undoer.name AS "undoneByName"
       FROM moderator_act act
       LEFT JOIN verdict ON verdict.id = act.verdict_id
       LEFT JOIN member moderator ON moderator.id = act.moderator_id
       LEFT JOIN member undoer ON undoer.id = act.undone_by_id
      WHERE act.revision_id = $1 ORDER BY act.created_at DESC, act.id DESC`,
    [revisionId],
  );
  return rows;
}

export async function findAppeal(revisionId: string): Promise<ItemAppeal | null> {
  const { rows } = await pool.query<ItemAppeal>(
    `SELECT appeal.id, appeal.text, appeal.created_at AS "createdAt", appeal.outcome, appeal.answer,
            (SELECT CASE WHEN is_from_moderator THEN 'MODERATOR' ELSE 'AUTHOR' END FROM appeal_message
              WHERE appeal_id = appeal.id ORDER BY created_at DESC, id DESC LIMIT 1) AS "lastMessageBy"
       FROM appeal JOIN verdict ON verdict.id = appeal.verdict_id
      WHERE verdict.revision_id = $1 ORDER BY appeal.outcome IS NOT NULL, appeal.created_at DESC LIMIT 1`,
    [revisionId],
  );
  return rows[0] ?? null;
}

export async function listReports(revisionId: string) {
  const { rows } = await pool.query<ItemReport>(
    `SELECT report.id, reporter.name AS "reporterName", report.reason, report.text, report.counts,
            report.created_at AS "createdAt", report.outcome, report.revision_id <> $1 AS "isAboutEarlier",
            before.upheld, before.dismissed
       FROM review_revision revision
       JOIN review_revision about ON about.review_id = revision.review_id AND about.number <= revision.number
       JOIN report ON report.revision_id = about.id AND (about.id = revision.id OR report.outcome IS NULL)
       JOIN member reporter ON reporter.id = report.reporter_id
       CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE earlier.outcome = 'UPHELD')::int AS upheld,
                count(*) FILTER (WHERE earlier.outcome = 'DISMISSED')::int AS dismissed
           FROM report earlier WHERE earlier.reporter_id = report.reporter_id AND earlier.id <> report.id) before
      WHERE revision.id = $1 ORDER BY report.outcome IS NOT NULL, report.revision_id <> $1, report.created_at`,
    [revisionId],
  );
  return rows;
}

export async function findDeletedReported(revisionId: string): Promise<DeletedReported | null> {
  const { rows } = await pool.query<DeletedReported>(
    `SELECT deletion.reasons, deletion.deleted_at AS "deletedAt"
       FROM review_revision revision
       JOIN review ON review.id = revision.review_id
       JOIN reported_deletion deletion ON ${isOfSamePlace} AND deletion.expires_at > now()
      WHERE revision.id = $1 ORDER BY deletion.deleted_at DESC LIMIT 1`,
    [revisionId],
  );
  return rows[0] ?? null;
}
