import { leasePool } from "../db.ts";

/** Renewed three times within it: one renewal may fail. */
export const liveSeconds = 30;

/** Long enough for an operator to see in the table which server was killed. */
const staleMinutes = 10;

export type ServerRow = {
  id: string;
  hostName: string;
  version: string;
  buildId: string;
  actionKeyId: string;
  /** Ids of the keys of DIARY_KEYS, newest first. */
  diaryKeyIds: string[];
  /** The newest format of envelopes that it opens. */
  envelopeFormat: number;
};

export type LiveServer = ServerRow & { startedAt: Date; seenAt: Date };

/** Registers the server or renews it, also when its row was removed as stale. */
export async function saveServer(server: ServerRow): Promise<void> {
  await leasePool.query(
    `INSERT INTO server (id, host_name, version, build_id, action_key_id, diary_key_ids, envelope_format)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (id) DO UPDATE SET seen_at = now()`,
    [
      server.id,
      server.hostName,
      server.version,
      server.buildId,
      server.actionKeyId,
      server.diaryKeyIds,
      server.envelopeFormat,
    ],
  );
}

export async function removeServer(id: string): Promise<void> {
  await leasePool.query("DELETE FROM server WHERE id = $1", [id]);
}

/** Removes what killed servers left behind. */
export async function removeStaleServers(): Promise<void> {
  await leasePool.query("DELETE FROM server WHERE seen_at < now() - $1 * interval '1 minute'", [
    staleMinutes,
  ]);
}

/**
 * The servers seen within the last 30 seconds, the oldest first. A suspended server is not among them, and goes on with
 * its old keys and build once it wakes up.
 */
export async function listLiveServers(): Promise<LiveServer[]> {
  const { rows } = await leasePool.query<LiveServer>(
    `SELECT id, host_name AS "hostName", version, build_id AS "buildId", action_key_id AS "actionKeyId",
            diary_key_ids AS "diaryKeyIds", envelope_format AS "envelopeFormat", started_at AS "startedAt", seen_at AS "seenAt"
       FROM server WHERE seen_at > now() - $1 * interval '1 second'
      ORDER BY started_at, id`,
    [liveSeconds],
  );
  return rows;
}
