import "server-only";

import { pool } from "../../db.ts";
import { presenceChannel } from "./desk-channel.ts";

/** Whose last word is older than this has gone; pages say every 15 seconds that they are there. */
export const presenceSeconds = 40;

/** A moderator, and the revision they have open. */
export type Looker = { moderatorId: string; revisionId: string; name: string };

/** Every moderator who has something open now. Whoever is none any more is not waited for. */
export async function listLookers(): Promise<Looker[]> {
  const { rows } = await pool.query<Looker>(
    `SELECT moderator_id AS "moderatorId", revision_id AS "revisionId", member.name
       FROM moderator_presence JOIN member ON member.id = moderator_id
      WHERE seen_at > now() - ${presenceSeconds} * interval '1 second' AND role <> 'MEMBER' AND suspended_at IS NULL
      ORDER BY seen_at, moderator_id`,
  );
  return rows;
}

/**
 * Says that a moderator has a revision open, and tells the others if that is news. One that does not exist (its review
 * was deleted) is not looked at.
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

/** Says that they no longer look at it. At another one they may: a page that closes speaks last. */
export async function lookAway(looker: { moderatorId: string; revisionId: string }): Promise<void> {
  await pool.query(
    `WITH gone AS (DELETE FROM moderator_presence WHERE moderator_id = $1 AND revision_id = $2 RETURNING 1)
     SELECT pg_notify($3, '') FROM gone`,
    [looker.moderatorId, looker.revisionId, presenceChannel],
  );
}
