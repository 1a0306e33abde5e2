import "server-only";

import type { PoolClient } from "pg";

import type { RevisionStatus } from "../schema.ts";

export type DeskSubject = {
  revisionId: string;
  reviewId: string;
  authorId: string;
  number: number;
  stars: number;
  locale: string;
  bodyHash: string;
  status: RevisionStatus;
  attempt: number;
  isLatest: boolean;
  isPublished: boolean;
  isOtherPending: boolean;
  itemId: string | null;
  appealId: string | null;
  before: string;
};

/**
 * Lock order of a deletion: members, review, and only then the revision.
 * @returns null when the revision does not exist
 */
export async function lockForDesk(
  connection: PoolClient,
  { revisionId, moderatorId }: { revisionId: string; moderatorId: string },
): Promise<DeskSubject | null> {
  // Read without a lock: a review's author never changes. Locks the moderator too, because rows that reference the
  // moderator are written.
  await connection.query(
    `SELECT FROM member
      WHERE id = $2 OR id = (SELECT author_id FROM review_revision revision
                               JOIN review ON review.id = revision.review_id WHERE revision.id = $1)
      ORDER BY id FOR KEY SHARE`,
    [revisionId, moderatorId],
  );
  // Second try: a merge of gyms, whose lock this query waited for, may have moved the review.
  const reviewId = (await lockReview(connection, revisionId)) ?? (await lockReview(connection, revisionId));
  if (!reviewId) return null;
  // A separate statement, so that it sees what was committed during the wait for the lock.
  const { rows } = await connection.query<DeskSubject>(
    `SELECT revision.id AS "revisionId", review.id AS "reviewId", review.author_id AS "authorId", revision.number,
            revision.stars, revision.locale, revision.body_hash AS "bodyHash", revision.status, revision.attempt,
            latest.id = revision.id AS "isLatest",
            review.published_revision_id IS NOT DISTINCT FROM revision.id AS "isPublished",
            EXISTS (SELECT FROM review_revision other
                     WHERE other.review_id = review.id AND other.id <> revision.id AND other.status = 'PENDING')
              AS "isOtherPending",
            (SELECT id FROM moderation_item WHERE revision_id = revision.id AND closed_at IS NULL) AS "itemId",
            appeal.id AS "appealId",
            ${before}::text AS before
       FROM review_revision revision
       JOIN review ON review.id = revision.review_id
       CROSS JOIN LATERAL (SELECT id FROM review_revision WHERE review_id = review.id ORDER BY number DESC LIMIT 1) latest
       LEFT JOIN LATERAL (SELECT appeal.* FROM appeal JOIN verdict ON verdict.id = appeal.verdict_id
                           WHERE verdict.revision_id = revision.id AND verdict.undone_at IS NULL
                             AND appeal.outcome IS NULL LIMIT 1) appeal ON true
      WHERE revision.id = $1 AND review.id = $2 FOR NO KEY UPDATE OF revision`,
    [revisionId, reviewId],
  );
  return rows[0] ?? null;
}

async function lockReview(connection: PoolClient, revisionId: string): Promise<string | undefined> {
  const { rows } = await connection.query<{ id: string }>(
    `SELECT review.id FROM review_revision revision JOIN review ON review.id = revision.review_id
      WHERE revision.id = $1 FOR NO KEY UPDATE OF review`,
    [revisionId],
  );
  return rows[0]?.id;
}

/** Whole rows without the texts, which never change. */
const before = `jsonb_build_object(
  'revision', to_jsonb(revision) - 'body',
  'review', to_jsonb(review),
  'latestRevisionId', latest.id,
  'others', (SELECT coalesce(jsonb_agg(to_jsonb(other) - 'body'), '[]') FROM review_revision other
              WHERE other.review_id = review.id AND other.id <> revision.id),
  'openItems', (SELECT coalesce(jsonb_agg(to_jsonb(item)), '[]') FROM moderation_item item
                  JOIN review_revision any_of ON any_of.id = item.revision_id
                 WHERE any_of.review_id = review.id AND item.closed_at IS NULL),
  'openReports', (SELECT coalesce(jsonb_agg(to_jsonb(report) - 'text'), '[]') FROM report
                   WHERE report.revision_id = revision.id AND report.outcome IS NULL),
  'appeal', CASE WHEN appeal.id IS NOT NULL THEN to_jsonb(appeal) - 'text' END)`;
