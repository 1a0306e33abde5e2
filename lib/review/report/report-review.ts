import "server-only";

import { type PgBoss, fromPrisma } from "pg-boss";

import { isReviewingSuspended } from "../../account/policy.ts";
import type { UserId } from "../../auth/user-id.ts";
import { type Tx, prisma } from "../../db.ts";
import { env } from "../../env.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { type Limited, hourlyLimit } from "../../rate-limit.ts";
import { type Result, err, ok } from "../../result.ts";
import { deskChannel } from "../revision/review-channel.ts";
import { hideReported } from "./hide-reported.ts";
import { rankItem } from "../revision/item-rank.ts";
import { rebuildSummaries } from "../summary/rebuild-summaries.ts";
import type { ReportError } from "./schema.ts";
import { isInGoodStanding, outcomesLookedAt } from "./good-standing.ts";

type NewReport = {
  reporterId: UserId;
  reviewId: string;
  revisionId: string;
  reason: string;
  text: string | null;
};

type Saved = Result<{ reportId: string; isHidden: boolean }, ReportError>;

const reportsPerMember = hourlyLimit("reports", () => env().REPORTS_PER_HOUR);

/**
 * One report by a member for each text. Opens a moderation item. Enough open reports by different members in good
 * standing hide the review until a moderator decides.
 */
export async function reportReview(report: NewReport): Promise<Saved | Limited> {
  const jobs = await jobQueue();
  const saved = await prisma.$transaction((tx) => saveReport(tx, jobs, report));
  if (saved.ok && saved.data.isHidden) void rebuildSummaries();
  return saved;
}

async function saveReport(tx: Tx, jobs: PgBoss, report: NewReport): Promise<Saved | Limited> {
  const { reporterId, reviewId, revisionId, reason, text } = report;
  const authorId = await lockPublished(tx, report);
  if (!authorId) return err("NOT_PUBLISHED");
  if (authorId === reporterId) return err("OWN_REVIEW");
  if (await findReport(tx, report)) return err("ALREADY_REPORTED");
  const reporter = await getReporter(tx, reporterId);
  const now = new Date();
  if (isReviewingSuspended(reporter, now)) return err("NOT_ALLOWED");
  // After all other checks, so that a double click is not counted.
  const taken = await reportsPerMember.take(reporterId, tx);
  if (!taken.ok) return taken;

  const { id: reportId } = await tx.report.create({
    data: { reviewId, revisionId, reporterId, reason, text, counts: isInGoodStanding(reporter, now) },
    select: { id: true },
  });
  await openItem(tx, revisionId, reason);
  await rankItem(fromPrisma(tx), revisionId);
  const isHidden = (await countCounting(tx, revisionId)) >= env().REPORTS_TO_HIDE;
  if (isHidden) await hideReported(tx, jobs, revisionId);
  await fromPrisma(tx).executeSql("SELECT pg_notify($1, $2)::text", [deskChannel, revisionId]);
  return ok({ reportId, isHidden });
}

/**
 * Lock order of a deletion: members by id, then the review. Reports of one review wait here for each other, so that each
 * counts the earlier ones.
 * @returns the author, when this revision is published
 */
async function lockPublished(tx: Tx, { reporterId, reviewId, revisionId }: NewReport) {
  await tx.$queryRaw`
    SELECT id FROM member
     WHERE id IN (SELECT author_id FROM review WHERE id = ${reviewId}::uuid UNION SELECT ${reporterId}::uuid)
     ORDER BY id FOR KEY SHARE`;
  const rows = await tx.$queryRaw<{ authorId: UserId }[]>`
    SELECT author_id AS "authorId" FROM review
     WHERE id = ${reviewId}::uuid AND published_revision_id = ${revisionId}::uuid
       FOR NO KEY UPDATE`;
  return rows[0]?.authorId;
}

const findReport = (tx: Tx, { reporterId, revisionId }: NewReport) =>
  tx.report.findUnique({
    where: { revisionId_reporterId: { revisionId, reporterId } },
    select: { id: true },
  });

async function getReporter(tx: Tx, reporterId: UserId) {
  const { reports, ...member } = await tx.member.findUniqueOrThrow({
    where: { id: reporterId },
    select: {
      createdAt: true,
      suspendedAt: true,
      noReviewsUntil: true,
      reports: {
        where: { outcome: { not: null } },
        orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
        take: outcomesLookedAt,
        select: { outcome: true },
      },
    },
  });
  return { ...member, outcomes: reports.flatMap(({ outcome }) => outcome ?? []) };
}

/** Keeps an existing open item. */
async function openItem(tx: Tx, revisionId: string, reason: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO moderation_item (id, revision_id, reason, gym_id, locale, category, decided_by)
    SELECT gen_random_uuid(), revision.id, 'REPORTED', review.gym_id, revision.locale, ${reason}, verdict.decided_by
      FROM review_revision revision
      JOIN review ON review.id = revision.review_id
      LEFT JOIN LATERAL (
        SELECT decided_by FROM verdict WHERE revision_id = revision.id AND undone_at IS NULL
         ORDER BY attempt DESC LIMIT 1
      ) verdict ON true
     WHERE revision.id = ${revisionId}::uuid
        ON CONFLICT DO NOTHING`;
}

/** Excludes reporters who were not in good standing when they reported, or are suspended now. */
async function countCounting(tx: Tx, revisionId: string): Promise<number> {
  return tx.report.count({
    where: {
      revisionId,
      outcome: null,
      counts: true,
      reporter: {
        suspendedAt: null,
        OR: [{ noReviewsUntil: null }, { noReviewsUntil: { lte: new Date() } }],
      },
    },
  });
}
