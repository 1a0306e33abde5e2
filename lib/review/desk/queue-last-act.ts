import "server-only";

import { pool } from "../../db.ts";
import type { ActKind } from "../../generated/prisma/enums.ts";

export type LastAct = {
  actId: string;
  batchId: string | null;
  kind: ActKind;
  count: number;
  revisionId: string;
  body: string;
};

/** Older acts are no mistakes of the moment. They can be undone on the review itself. */
const recentMinutes = 30;

export async function findLastAct(moderatorId: string): Promise<LastAct | null> {
  const { rows } = await pool.query<LastAct>(
    `SELECT act.id AS "actId", act.batch_id AS "batchId", act.kind, act.revision_id AS "revisionId", revision.body,
            CASE WHEN act.batch_id IS NULL THEN 1 ELSE
              (SELECT count(*)::int FROM moderator_act other WHERE other.batch_id = act.batch_id AND other.undone_at IS NULL)
            END AS count
       FROM moderator_act act JOIN review_revision revision ON revision.id = act.revision_id
      WHERE act.moderator_id = $1 AND act.undone_at IS NULL
        AND act.created_at > now() - ${recentMinutes} * interval '1 minute'
      ORDER BY act.created_at DESC, act.id DESC LIMIT 1`,
    [moderatorId],
  );
  return rows[0] ?? null;
}
