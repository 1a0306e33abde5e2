import "server-only";

import { pool } from "../../db.ts";
import { backgroundLog } from "../../log/log.ts";
import { processWide } from "../../process-wide.ts";

export const seenEveryMinutes = 5;

/** Sessions seen within this time share one statement. */
const gatherMs = 2_000;

const seen = processWide("seen-sessions", () => ({
  ids: new Set<string>(),
  timer: undefined as NodeJS.Timeout | undefined,
}));

export function markSeen(sessionId: string): void {
  seen.ids.add(sessionId);
  seen.timer ??= setTimeout(() => void save(), gatherMs).unref();
}

async function save(): Promise<void> {
  const ids = [...seen.ids];
  seen.ids.clear();
  seen.timer = undefined;
  try {
    // SKIP LOCKED: two servers that update the same sessions could deadlock.
    await pool.query(
      `UPDATE session SET last_seen_at = now()
        WHERE id IN (SELECT id FROM session WHERE id = ANY ($1::uuid[])
                        AND last_seen_at < now() - ${seenEveryMinutes} * interval '1 minute'
                      FOR NO KEY UPDATE SKIP LOCKED)`,
      [ids],
    );
  } catch (error) {
    backgroundLog.warn("use of sessions not recorded", { error });
  }
}
