import "server-only";

import { pool } from "../../db.ts";
import type { RevisionStatus } from "../schema.ts";
import {
  type DeletedReported,
  type ItemAct,
  type ItemAppeal,
  type ItemReport,
  type ItemVerdict,
  findAppeal,
  findDeletedReported,
  listActs,
  listReports,
  listVerdicts,
} from "./item-history.ts";
import { takenBy } from "./assignment/taken-by.ts";
import type { Moderator } from "./assignment/list-moderators.ts";
import { queueReason } from "./queue-list-sql.ts";
import { ordinaryRank } from "../revision/item-rank.ts";
import type { QueuePlace, QueueReason } from "./queue-query.ts";
import { stateToken } from "../revision/state-token.ts";

type Named = { slug: string; name: string; nameEn: string | null };

export type ItemRevision = {
  id: string;
  number: number;
  stars: number;
  body: string;
  locale: string;
  status: RevisionStatus;
  createdAt: Date;
};

export type QueueItem = {
  revision: ItemRevision & { attempt: number };
  /** `stateToken`, sent back by the forms. */
  seen: string;
  /** Null when it is not in the queue. */
  reason: QueueReason | null;
  openedAt: Date | null;
  taker: Moderator | null;
  /** Its position in the queue, current or last. */
  places: { open: QueuePlace | undefined; decided: QueuePlace | undefined };
  /** Replaced by its author: it can not be decided. */
  isPast: boolean;
  isPublished: boolean;
  /** The number of other open items with the same text. */
  sameCount: number;
  reviewId: string;
  authorId: string;
  gym: Named;
  trainer: Named | null;
  /** Oldest first. */
  revisions: ItemRevision[];
  /** Of this revision, newest first. */
  verdicts: ItemVerdict[];
  acts: ItemAct[];
  appeal: ItemAppeal | null;
  reports: ItemReport[];
  deletedReported: DeletedReported | null;
};

type FoundItem = Pick<
  QueueItem,
  "reviewId" | "authorId" | "gym" | "trainer" | "reason" | "openedAt" | "isPublished" | "sameCount" | "taker"
> & {
  revision: ItemRevision & { attempt: number };
  itemId: string | null;
  lastItemId: string | null;
  lastOpenedAt: Date | null;
  lastRank: number | null;
  isLatest: boolean;
};

/** Null when the revision does not exist. */
export async function findQueueItem(revisionId: string): Promise<QueueItem | null> {
  const [found, revisions, verdicts, acts, appeal, reports, deletedReported] = await Promise.all([
    findRevision(revisionId),
    listRevisions(revisionId),
    listVerdicts(revisionId),
    listActs(revisionId),
    findAppeal(revisionId),
    listReports(revisionId),
    findDeletedReported(revisionId),
  ]);
  if (!found) return null;
  const { itemId, lastItemId, lastOpenedAt, lastRank, isLatest, ...item } = found;
  const automatic = verdicts.find(({ decidedBy }) => decidedBy !== "MODERATOR");
  return {
    ...item,
    seen: stateToken({ ...item.revision, itemId }),
    places: {
      open:
        lastItemId && lastOpenedAt
          ? { rank: lastRank ?? ordinaryRank, at: lastOpenedAt, id: lastItemId }
          : undefined,
      decided: automatic && { rank: ordinaryRank, at: automatic.createdAt, id: automatic.id },
    },
    isPast: isPast({ ...item.revision, isLatest, isPublished: item.isPublished, itemId }),
    revisions,
    verdicts,
    acts,
    appeal,
    reports,
    deletedReported,
  };
}

/** The same condition as in `decideRevision`. */
function isPast(it: Pick<FoundItem, "isLatest" | "isPublished" | "itemId"> & { status: RevisionStatus }) {
  if (it.status === "SUPERSEDED") return true;
  const isDecided = it.status === "APPROVED" || it.status === "REJECTED";
  return isDecided && !it.isLatest && !it.isPublished && it.itemId === null;
}

const revisionColumns = `
  revision.id, revision.number, revision.stars, revision.body, revision.locale, revision.status,
  revision.created_at AS "createdAt"`;

async function findRevision(revisionId: string): Promise<FoundItem | undefined> {
  type Row = ItemRevision & { attempt: number } & Omit<FoundItem, "revision">;
  const { rows } = await pool.query<Row>(
    `SELECT ${revisionColumns}, revision.attempt, review.id AS "reviewId", review.author_id AS "authorId",
            json_build_object('slug', gym.slug, 'name', gym.name, 'nameEn', gym.name_en) AS gym,
            CASE WHEN trainer.id IS NOT NULL
              THEN json_build_object('slug', trainer.slug, 'name', trainer.name, 'nameEn', trainer.name_en) END AS trainer,
            item.id AS "itemId", ${queueReason} AS reason, item.opened_at AS "openedAt",
            (SELECT json_build_object('id', id, 'name', name) FROM member WHERE id = ${takenBy("item")}) AS taker,
            last.id AS "lastItemId", last.opened_at AS "lastOpenedAt", last.rank AS "lastRank",
            coalesce(review.published_revision_id = revision.id, false) AS "isPublished",
            (SELECT count(*)::int FROM review_revision same
               JOIN moderation_item waiting ON waiting.revision_id = same.id AND waiting.closed_at IS NULL
              WHERE same.body_hash = revision.body_hash AND same.id <> revision.id) AS "sameCount",
            NOT EXISTS (SELECT FROM review_revision newer
                         WHERE newer.review_id = review.id AND newer.number > revision.number) AS "isLatest"
       FROM review_revision revision
       JOIN review ON review.id = revision.review_id
       JOIN gym ON gym.id = review.gym_id
       LEFT JOIN trainer ON trainer.id = review.trainer_id
       LEFT JOIN moderation_item item ON item.revision_id = revision.id AND item.closed_at IS NULL
       LEFT JOIN LATERAL (SELECT id, opened_at, rank FROM moderation_item
                           WHERE revision_id = revision.id AND gym_id = review.gym_id
                           ORDER BY opened_at DESC LIMIT 1) last ON true
      WHERE revision.id = $1`,
    [revisionId],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { id, number, stars, body, locale, status, createdAt, attempt, ...item } = row;
  return { ...item, revision: { id, number, stars, body, locale, status, createdAt, attempt } };
}

async function listRevisions(revisionId: string) {
  const { rows } = await pool.query<ItemRevision>(
    `SELECT ${revisionColumns} FROM review_revision revision
      WHERE revision.review_id = (SELECT review_id FROM review_revision WHERE id = $1) ORDER BY revision.number`,
    [revisionId],
  );
  return rows;
}
