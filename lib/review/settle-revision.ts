import "server-only";

import type { PoolClient } from "pg";

import type { Decision } from "../generated/prisma/enums.ts";
import { inTransaction, sqlOf } from "../in-transaction.ts";
import { jobQueue } from "../jobs/queue.ts";
import type { Judgement, Outcome } from "../moderation/judgement.ts";
import { createNotice } from "../notice/create-notice.ts";
import type { NoticeContent } from "../notice/schema.ts";
import type { Claim } from "./claim-revisions.ts";
import { rebuildSummaries } from "./rebuild-summaries.ts";

/** FAILED: the model could not be asked. Silence is not approval. */
type Settled = "APPROVED" | "REJECTED" | "HELD" | "FAILED";
const statusOf: Record<Decision, Settled> = { APPROVE: "APPROVED", REJECT: "REJECTED", HOLD: "HELD" };

type Subject = Extract<NoticeContent, { kind: "REVIEW_APPROVED" }>["data"];

/**
 * Ends the judging of a revision: its verdict, its status, what everyone sees, the item for a moderator and the notice
 * for the author, all or nothing.
 * @returns false when this attempt no longer holds the revision (claimed by another, edited, deleted): nothing was written.
 */
export async function settleRevision(
  claim: Pick<Claim, "revisionId" | "attempt" | "authorId">,
  outcome: Outcome,
): Promise<boolean> {
  const { revisionId, authorId } = claim;
  const status = outcome.ok ? statusOf[outcome.data.decision] : "FAILED";
  const judgement = outcome.ok ? outcome.data : null;
  const jobs = await jobQueue();
  const isSettled = await inTransaction(async (connection) => {
    const subject = await lockSubject(connection, claim);
    if (!subject || !(await settle(connection, claim, status, judgement))) return false;
    await createNotice(sqlOf(connection), jobs, {
      memberId: authorId,
      eventKey: `review:${revisionId}:${status}`,
      ...noticeOf(status, subject, judgement),
    });
    return true;
  });
  if (isSettled) void rebuildSummaries();
  return isSettled;
}

/** Locks in the order in which a deletion goes through them: member, review, and only then the revision. */
async function lockSubject(
  connection: PoolClient,
  { revisionId, authorId }: Pick<Claim, "revisionId" | "authorId">,
): Promise<Subject | undefined> {
  await connection.query("SELECT FROM member WHERE id = $1 FOR KEY SHARE", [authorId]);
  const { rows } = await connection.query<Subject>(
    `SELECT review.id AS "reviewId",
            json_build_object('slug', gym.slug, 'name', gym.name, 'nameEn', gym.name_en) AS gym,
            CASE WHEN trainer.id IS NOT NULL
              THEN json_build_object('slug', trainer.slug, 'name', trainer.name, 'nameEn', trainer.name_en) END AS trainer
       FROM review_revision revision
       JOIN review ON review.id = revision.review_id
       JOIN gym ON gym.id = review.gym_id
       LEFT JOIN trainer ON trainer.id = review.trainer_id
      WHERE revision.id = $1 FOR NO KEY UPDATE OF review`,
    [revisionId],
  );
  return rows[0];
}

/**
 * One statement, whose every part hangs on the first: the fence. It is also the one place where the model's word puts a
 * review on the page; ratings are tallied by a trigger.
 */
async function settle(
  connection: PoolClient,
  { revisionId, attempt }: Pick<Claim, "revisionId" | "attempt">,
  status: Settled,
  judgement: Judgement | null,
): Promise<boolean> {
  const { rowCount } = await connection.query(
    `WITH settled AS (
       UPDATE review_revision SET status = $3::text::"RevisionStatus", decided_at = now(), lease_until = NULL
        WHERE id = $1 AND attempt = $2 AND status = 'PENDING'
       RETURNING id, review_id, stars, attempt, locale
     ), judged AS (
       INSERT INTO verdict (id, revision_id, attempt, decision, decided_by, rule, hold_reason, evidence, confidence,
                            policy_version, model, model_call_id, is_from_cache)
       SELECT gen_random_uuid(), id, attempt, $5::"Decision", $6::"DecidedBy", $7, $8, $9, $10, $11, $12, $13::uuid, $14
         FROM settled WHERE $4
     ), published AS (
       UPDATE review SET published_revision_id = settled.id, published_stars = settled.stars,
              published_at = coalesce(published_at, first_published_at, now())
         FROM settled WHERE review.id = settled.review_id AND $3 = 'APPROVED'
     ), opened AS (
       INSERT INTO moderation_item (id, revision_id, reason, gym_id, locale, category, decided_by)
       SELECT gen_random_uuid(), settled.id, $3::text::"ModerationReason", review.gym_id, settled.locale, $8,
              $6::"DecidedBy"
         FROM settled JOIN review ON review.id = settled.review_id WHERE $3 IN ('HELD', 'FAILED')
     )
     SELECT id FROM settled`,
    [
      revisionId,
      attempt,
      status,
      judgement !== null,
      judgement?.decision,
      judgement?.decidedBy,
      judgement?.rule,
      judgement?.holdReason,
      judgement?.evidence ?? [],
      judgement?.confidence,
      judgement?.policyVersion,
      judgement?.model,
      judgement?.modelCallId,
      judgement?.isFromCache,
    ],
  );
  return rowCount === 1;
}

function noticeOf(status: Settled, subject: Subject, judgement: Judgement | null): NoticeContent {
  switch (status) {
    case "APPROVED":
      return { kind: "REVIEW_APPROVED", data: subject };
    case "REJECTED":
      return { kind: "REVIEW_REJECTED", data: { ...subject, rule: judgement?.rule ?? "other" } };
    case "HELD":
      return { kind: "REVIEW_HELD", data: subject };
    case "FAILED":
      return { kind: "REVIEW_DELAYED", data: subject };
  }
}
