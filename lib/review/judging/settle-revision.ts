import "server-only";

import type { PoolClient } from "pg";
import type { PgBoss } from "pg-boss";

import type { Decision } from "../../generated/prisma/enums.ts";
import { inTransaction, sqlOf } from "../../in-transaction.ts";
import { jobQueue } from "../../jobs/queue.ts";
import type { Judgement, Outcome } from "../../moderation/judgement.ts";
import { createNotice } from "../../notice/create-notice.ts";
import type { Claim } from "./claim-revisions.ts";
import { deskChannel } from "../revision/review-channel.ts";
import { rankItem } from "../revision/item-rank.ts";
import { outcomeAfterReports } from "../report/reported-edit.ts";
import { tellReporters } from "../report/notify-reporters.ts";
import { nextAttemptOf } from "../revision/attempt.ts";
import { tellAuthorQueue, undoSeconds } from "../revision/notify-author-queue.ts";
import { rebuildSummaries } from "../summary/rebuild-summaries.ts";
import {
  type Retry,
  endWaiting,
  firstRetryAt,
  isPending,
  isToRetry,
  lockAttempt,
  waitOn,
} from "./retry-failed.ts";
import {
  type ReviewSubject,
  type Settled,
  noticeOf,
  subjectColumns,
  subjectPlaces,
} from "../revision/review-subject.ts";

const statusOf: Record<Decision, Settled> = { APPROVE: "APPROVED", REJECT: "REJECTED", HOLD: "HELD" };

/**
 * Writes verdict, status, publication, moderation item and notice in one transaction. A failure schedules a retry; the
 * author gets one notice for all failures.
 * @returns false when this attempt does not hold the revision any more (claimed by another, edited, deleted): nothing was
 * written
 */
export async function settleRevision(
  claim: Pick<Claim, "revisionId" | "attempt" | "authorId">,
  outcome: Outcome,
  retry: Retry = "LATER",
): Promise<boolean> {
  const jobs = await jobQueue();
  const eventKey = (status: Settled) => `review:${claim.revisionId}:${status}`;
  const told = { eventKey, wasPublished: false };
  const isSettled = await inTransaction((connection) =>
    settleIn(connection, jobs, { claim, outcome, retry, told }),
  );
  if (isSettled) void rebuildSummaries();
  return isSettled;
}

/** In the caller's transaction; call `rebuildSummaries` after it. `told` null: no notice to the author. */
export async function settleIn(
  connection: PoolClient,
  jobs: PgBoss,
  settling: {
    claim: Pick<Claim, "revisionId" | "attempt" | "authorId">;
    outcome: Outcome;
    retry?: Retry;
    told: { eventKey: (status: Settled) => string; wasPublished: boolean } | null;
  },
): Promise<boolean> {
  const { claim, told, retry = "LATER" } = settling;
  const subject = await lockSubject(connection, claim);
  const held = subject && (await lockAttempt(connection, claim));
  if (!held) return false;
  const outcome = await outcomeAfterReports(connection, claim.revisionId, settling.outcome);
  const status = outcome.ok ? statusOf[outcome.data.decision] : "FAILED";
  const judgement = outcome.ok ? outcome.data : null;
  if (held === "FAILED") {
    if (!outcome.ok) {
      await waitOn(connection, claim.revisionId, retry);
      return true;
    }
    await endWaiting(connection, claim.revisionId);
  }
  const settled = await settle(connection, claim, status, { judgement, retry });
  if (!settled) return false;
  await rankItem(sqlOf(connection), claim.revisionId);
  const { askedBy, askedAgo } = settled;
  if (askedBy) {
    // The moderator may still undo it. Then the author gets no notice.
    const startAfter = Math.max(0, Math.ceil(undoSeconds - askedAgo));
    await jobs.send(tellAuthorQueue, { actId: askedBy }, { db: sqlOf(connection), startAfter });
    return true;
  }
  if (status === "REJECTED") await tellReporters(sqlOf(connection), jobs, { revisionId: claim.revisionId });
  if (told) {
    await createNotice(sqlOf(connection), jobs, {
      memberId: claim.authorId,
      eventKey: told.eventKey(status),
      ...noticeOf(status, subject, { rule: judgement?.rule ?? null, wasPublished: told.wasPublished }),
    });
  }
  return true;
}

/** Lock order of a deletion: member, review, and only then the revision. */
async function lockSubject(
  connection: PoolClient,
  { revisionId, authorId }: Pick<Claim, "revisionId" | "authorId">,
): Promise<ReviewSubject | undefined> {
  await connection.query("SELECT FROM member WHERE id = $1 FOR KEY SHARE", [authorId]);
  const lock = async () => {
    const { rows } = await connection.query<ReviewSubject>(
      `SELECT ${subjectColumns}
         FROM review_revision revision
         JOIN review ON review.id = revision.review_id
         ${subjectPlaces}
        WHERE revision.id = $1 FOR NO KEY UPDATE OF review`,
      [revisionId],
    );
    return rows[0];
  };
  // Second try: a merge of gyms, whose lock this query waited for, may have moved the review.
  return (await lock()) ?? (await lock());
}

/**
 * One statement: every part depends on the first, which is the fence. Only here does a model's verdict publish a review;
 * a trigger updates the ratings. Reports about an earlier text stay open for a moderator: only the author knows whether
 * they still apply. For reports about this text (a moderator had it judged again), REJECTED upholds them and APPROVED
 * leaves them for a moderator.
 * @returns the moderator's act that asked for the judging, if any, and its age in seconds
 */
async function settle(
  connection: PoolClient,
  { revisionId, attempt }: Pick<Claim, "revisionId" | "attempt">,
  status: Settled,
  { judgement, retry }: { judgement: Judgement | null; retry: Retry },
): Promise<{ askedBy: string | null; askedAgo: number } | undefined> {
  const { rows } = await connection.query<{ askedBy: string | null; askedAgo: number }>(
    `WITH settled AS (
       UPDATE review_revision
          SET status = $3::text::"RevisionStatus", decided_at = now(), lease_until = NULL,
              retry_at = CASE WHEN $3 = 'FAILED' THEN ${firstRetryAt[retry]} END,
              attempt = CASE WHEN $3 = 'FAILED' THEN ${nextAttemptOf("attempt")} ELSE attempt END
        WHERE id = $1 AND attempt = $2 AND (${isPending} OR ${isToRetry})
       RETURNING id, review_id, number, stars, attempt, locale
     ), judged AS (
       INSERT INTO verdict (id, revision_id, attempt, decision, decided_by, rule, hold_reason, evidence, confidence,
                            policy_version, model, model_call_id, is_from_cache, also_broken,
                            model_host, prompt_version, said_decision, said_rule, vetoes)
       SELECT gen_random_uuid(), id, attempt, $5::"Decision", $6::"DecidedBy", $7, $8, $9, $10, $11, $12, $13::uuid, $14,
              $15::jsonb, $16, $17, $18::"Decision", $19, $20::jsonb
         FROM settled WHERE $4
     ), published AS (
       UPDATE review SET published_revision_id = settled.id, published_stars = settled.stars,
              published_at = coalesce(published_at, first_published_at, now())
         FROM settled WHERE review.id = settled.review_id AND $3 = 'APPROVED'
     ), superseded AS (
       UPDATE review_revision earlier SET status = 'SUPERSEDED' FROM settled
        WHERE earlier.review_id = settled.review_id AND earlier.number < settled.number AND earlier.status IN ('HELD', 'FAILED')
          AND $3 = 'APPROVED'
     ), closed AS (
       UPDATE moderation_item SET closed_at = now()
         FROM settled JOIN review_revision earlier ON earlier.review_id = settled.review_id AND earlier.number < settled.number
        WHERE moderation_item.revision_id = earlier.id AND closed_at IS NULL AND $3 = 'APPROVED'
       RETURNING revision_id, reason, category
     ), opened AS (
       INSERT INTO moderation_item (id, revision_id, reason, gym_id, locale, category, decided_by, waits_for_model)
       SELECT gen_random_uuid(), settled.id, waits.reason, review.gym_id, settled.locale, waits.category, $6::"DecidedBy",
              waits.reason = 'FAILED'
         FROM settled JOIN review ON review.id = settled.review_id
         JOIN (SELECT CASE WHEN $8 = 'REPORTED' THEN 'REPORTED' ELSE $3::text END::"ModerationReason" AS reason, $8 AS category
                WHERE $3 IN ('HELD', 'FAILED')
               UNION ALL
               (SELECT reason, category FROM closed WHERE reason = 'REPORTED' LIMIT 1)) waits ON true
           ON CONFLICT DO NOTHING
     ), asked AS (
       SELECT act.id, act.created_at FROM settled
         JOIN LATERAL (SELECT id, kind, created_at, (before->'revision'->>'attempt')::int AS attempt FROM moderator_act
                        WHERE revision_id = settled.id AND undone_at IS NULL
                        ORDER BY attempt DESC LIMIT 1) act ON act.kind = 'REJUDGE'
        WHERE NOT EXISTS (SELECT FROM verdict WHERE revision_id = settled.id AND verdict.attempt > act.attempt
                                              AND undone_at IS NULL)
     ), upheld AS (
       UPDATE report SET outcome = 'UPHELD', decided_at = now(), act_id = (SELECT id FROM asked)
         FROM settled WHERE report.revision_id = settled.id AND outcome IS NULL AND $3 = 'REJECTED'
     ), reopened AS (
       UPDATE moderation_item SET closed_at = NULL
        WHERE $3 = 'APPROVED' AND id = (SELECT item.id FROM settled JOIN moderation_item item ON item.revision_id = settled.id
                                         WHERE item.reason = 'REPORTED'
                                           AND EXISTS (SELECT FROM report WHERE revision_id = settled.id AND outcome IS NULL)
                                         ORDER BY item.opened_at DESC LIMIT 1)
       RETURNING revision_id
     ), told AS (
       SELECT pg_notify('${deskChannel}', revision_id::text)
         FROM (SELECT id AS revision_id FROM settled UNION SELECT revision_id FROM closed UNION SELECT * FROM reopened) changed
     )
     SELECT asked.id AS "askedBy", coalesce(extract(epoch FROM clock_timestamp() - asked.created_at), 0)::float8 AS "askedAgo",
            (SELECT count(*) FROM told) AS told
       FROM settled LEFT JOIN asked ON true`,
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
      JSON.stringify(judgement?.alsoBroken ?? []),
      judgement?.said?.modelHost,
      judgement?.said?.promptVersion,
      judgement?.said?.decision,
      judgement?.said?.rule,
      JSON.stringify(judgement?.vetoes ?? []),
    ],
  );
  return rows[0];
}
