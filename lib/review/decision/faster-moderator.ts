import "server-only";

import { pool } from "../../db.ts";
import { attemptOf } from "../revision/state-token.ts";

/**
 * The moderator of the last act on a revision since the state `seen` (`stateToken`); null when the change was not a
 * moderator's.
 */
export async function findFasterModerator(revisionId: string, seen: string): Promise<string | null> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT moderator.name FROM moderator_act act JOIN member moderator ON moderator.id = act.moderator_id
      WHERE act.revision_id = $1 AND act.undone_at IS NULL AND (act.before->'revision'->>'attempt')::int >= $2
      ORDER BY act.created_at DESC LIMIT 1`,
    [revisionId, attemptOf(seen)],
  );
  return rows[0]?.name ?? null;
}
