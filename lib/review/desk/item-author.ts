import "server-only";

import { type MemberNote, listMemberNotes } from "../../account/member-note/data.ts";
import type { Viewer } from "../../auth/reader.ts";
import { pool } from "../../db.ts";
import type { DecidedBy } from "../../generated/prisma/enums.ts";
import type { RevisionStatus } from "../schema.ts";
import { listWarnings } from "../warning/list-warnings.ts";
import type { Warning } from "../warning/warn-author.ts";
import { standingVerdict } from "../revision/current-verdict.ts";

/** What a moderator sees of an author. It must never contain anything of their diary. */
export type ItemAuthor = {
  name: string;
  since: Date;
  isSuspended: boolean;
  noReviewsUntil: Date | null;
  /** By the status of each review's latest revision. */
  counts: { approved: number; rejected: number; waiting: number };
  /** Rejections that were overturned on appeal. */
  overturned: number;
  latest: AuthoredText[];
  /** Excludes those about the viewer. */
  notes: MemberNote[];
  warnings: Warning[];
};

type AuthoredText = {
  revisionId: string;
  status: RevisionStatus;
  stars: number;
  body: string;
  locale: string;
  createdAt: Date;
  gym: { name: string; nameEn: string | null };
  rule: string | null;
  decidedBy: DecidedBy | null;
};

const shownTexts = 5;

const lastText = `(SELECT * FROM review_revision revision
                    WHERE revision.review_id = review.id ORDER BY number DESC LIMIT 1) last`;

export async function findAuthorName(authorId: string): Promise<string | null> {
  const { rows } = await pool.query<{ name: string }>("SELECT name FROM member WHERE id = $1", [authorId]);
  return rows[0]?.name ?? null;
}

/** Includes the latest texts about other places. Null when the author was deleted. */
export async function findItemAuthor(
  input: { authorId: string; reviewId: string },
  viewer: Pick<Viewer, "id" | "role">,
): Promise<ItemAuthor | null> {
  const [{ rows: found }, { rows: latest }, notes, warnings] = await Promise.all([
    pool.query<Omit<ItemAuthor, "latest" | "notes" | "warnings">>(
      `SELECT member.name, member.created_at AS since, member.suspended_at IS NOT NULL AS "isSuspended",
              CASE WHEN member.no_reviews_until > now() THEN member.no_reviews_until END AS "noReviewsUntil",
              (SELECT json_build_object(
                        'approved', count(*) FILTER (WHERE last.status = 'APPROVED'),
                        'rejected', count(*) FILTER (WHERE last.status = 'REJECTED'),
                        'waiting', count(*) FILTER (WHERE last.status IN ('PENDING', 'HELD', 'FAILED')))
                 FROM review CROSS JOIN LATERAL ${lastText} WHERE review.author_id = member.id) AS counts,
              (SELECT count(*)::int FROM appeal WHERE appeal.author_id = member.id AND outcome = 'OVERTURNED') AS overturned
         FROM member WHERE member.id = $1`,
      [input.authorId],
    ),
    pool.query<AuthoredText>(
      `SELECT last.id AS "revisionId", last.status, last.stars, last.body, last.locale, last.created_at AS "createdAt",
              json_build_object('name', gym.name, 'nameEn', gym.name_en) AS gym, verdict.rule,
              verdict.decided_by AS "decidedBy"
         FROM review
         JOIN gym ON gym.id = review.gym_id
        CROSS JOIN LATERAL ${lastText}
         LEFT JOIN ${standingVerdict("last.id")} verdict ON true
        WHERE review.author_id = $1 AND review.id <> $2
        ORDER BY last.created_at DESC LIMIT ${shownTexts}`,
      [input.authorId, input.reviewId],
    ),
    listMemberNotes(viewer, input.authorId),
    listWarnings(input.authorId),
  ]);
  const [author] = found;
  return author ? { ...author, latest, notes, warnings } : null;
}
