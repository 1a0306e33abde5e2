import "server-only";

import { pool } from "../../db.ts";
import { presenceChannel } from "../revision/review-channel.ts";

/** A presence expires after this. Pages renew it every 15 seconds. */
export const presenceSeconds = 40;

/** A moderator and a revision that they have open or have taken. */
export type Looker = {
  moderatorId: string;
  revisionId: string;
  name: string;
  hasOpen: boolean;
  hasTaken: boolean;
};

/** Excludes former and suspended moderators. */
export async function listLookers(): Promise<Looker[]> {
  const { rows } = await pool.query<Looker>(
    `SELECT moderator_id AS "moderatorId", revision_id AS "revisionId", member.name,
            bool_or(is_open) AS "hasOpen", bool_or(NOT is_open) AS "hasTaken"
       FROM (SELECT moderator_id, revision_id, seen_at AS at, true AS is_open FROM moderator_presence
              WHERE seen_at > now() - ${presenceSeconds} * interval '1 second'
             UNION ALL
             SELECT taken_by_id, revision_id, taken_at, false FROM moderation_item
              WHERE taken_by_id IS NOT NULL AND closed_at IS NULL) theirs
       JOIN member ON member.id = moderator_id
      WHERE role <> 'MEMBER' AND suspended_at IS NULL
      GROUP BY moderator_id, revision_id, member.name
      ORDER BY min(at), moderator_id, revision_id`,
  );
  return rows;
}

/**
 * Renews a moderator's presence, and notifies the others when the revision changed. Ignores a revision that does not
 * exist (its review was deleted).
 */
export async function look({
  moderatorId,
  revisionId,
}: {
  moderatorId: string;
  revisionId: string;
}): Promise<void> {
  await pool.query(
    `WITH before AS (
       SELECT revision_id FROM moderator_presence
        WHERE moderator_id = $1 AND seen_at > now() - ${presenceSeconds} * interval '1 second'
     ), seen AS (
       INSERT INTO moderator_presence (moderator_id, revision_id)
       SELECT $1, id FROM review_revision WHERE id = $2
       ON CONFLICT (moderator_id) DO UPDATE SET revision_id = excluded.revision_id, seen_at = now()
       RETURNING revision_id
     )
     SELECT pg_notify($3, '') FROM seen WHERE revision_id IS DISTINCT FROM (SELECT revision_id FROM before)`,
    [moderatorId, revisionId, presenceChannel],
  );
}

/** Ignored when another revision is open: a closing page may send this last. */
export async function lookAway(looker: { moderatorId: string; revisionId: string }): Promise<void> {
  await pool.query(
    `WITH gone AS (DELETE FROM moderator_presence WHERE moderator_id = $1 AND revision_id = $2 RETURNING 1)
     SELECT pg_notify($3, '') FROM gone`,
    [looker.moderatorId, looker.revisionId, presenceChannel],
  );
}
