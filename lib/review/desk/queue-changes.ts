import "server-only";

import { pool } from "../../db.ts";
import type { ActKind, DecidedBy } from "../../generated/prisma/enums.ts";
import { standingVerdict } from "../revision/current-verdict.ts";
import { queueReason } from "./queue-list-sql.ts";
import type { QueueReason } from "./queue-query.ts";

export type QueueChange = {
  revisionId: string;
  reason: QueueReason | null;
  openedAt: number | null;
  /** The time of the current automatic verdict, if no person needs to decide. Milliseconds since the epoch. */
  decidedAt: number | null;
  gymId: string | null;
  locale: string | null;
  category: string | null;
  decidedBy: DecidedBy | null;
  last: { kind: ActKind; name: string | null } | null;
};

export async function listQueueChanges(revisionIds: string[]): Promise<QueueChange[]> {
  const { rows } = await pool.query<QueueChange>(
    `SELECT changed.id AS "revisionId", ${queueReason} AS reason,
            (extract(epoch FROM item.opened_at) * 1000)::float8 AS "openedAt",
            CASE WHEN item.id IS NULL AND revision.status IN ('APPROVED', 'REJECTED') AND verdict.decided_by <> 'MODERATOR'
              THEN (extract(epoch FROM verdict.created_at) * 1000)::float8 END AS "decidedAt",
            review.gym_id AS "gymId", revision.locale,
            CASE WHEN item.id IS NULL THEN coalesce(verdict.rule, verdict.hold_reason) ELSE item.category END AS category,
            CASE WHEN item.id IS NULL THEN verdict.decided_by ELSE item.decided_by END AS "decidedBy",
            CASE WHEN act.kind IS NOT NULL THEN json_build_object('kind', act.kind, 'name', act.name) END AS last
       FROM unnest($1::uuid[]) AS changed (id)
       LEFT JOIN review_revision revision ON revision.id = changed.id
       LEFT JOIN review ON review.id = revision.review_id
       LEFT JOIN moderation_item item ON item.revision_id = changed.id AND item.closed_at IS NULL
       LEFT JOIN ${standingVerdict("changed.id")} verdict ON true
       LEFT JOIN LATERAL (SELECT act.kind, member.name FROM moderator_act act
                           LEFT JOIN member ON member.id = act.moderator_id
                          WHERE act.revision_id = changed.id AND act.undone_at IS NULL
                          ORDER BY act.created_at DESC, act.id DESC LIMIT 1) act ON true`,
    [revisionIds],
  );
  return rows;
}
