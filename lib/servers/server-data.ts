import { leasePool } from "../db.ts";

/** Three renewals fit in, so one may fail. */
export const liveSeconds = 30;

/** Long enough for an operator to find the killed server in the table. */
const staleMinutes = 10;

export type ServerRow = {
  id: string;
  hostName: string;
  version: string;
  buildId: string;
  actionKeyId: string;
  diaryKeyIds: string[];
  envelopeFormat: number;
};

export type LiveServer = ServerRow & { startedAt: Date; seenAt: Date };

/** Also inserts the row again when it was removed as stale. */
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

export async function removeStaleServers(): Promise<void> {
  await leasePool.query("DELETE FROM server WHERE seen_at < now() - $1 * interval '1 minute'", [
    staleMinutes,
  ]);
}

/**
 * Servers seen in the last 30 seconds, oldest first. A suspended server is missing, and continues with its old keys
 * and build when it resumes.
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
