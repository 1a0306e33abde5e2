// No "server-only": plain Node loads this file (npm run admin).
import type { Db } from "pg-boss";

import type { AuditEntry } from "./schema.ts";

/**
 * Records an action in its transaction (`fromPrisma(tx)`, `sqlOf(connection)`). Call it last: until the commit all
 * other entries wait. The database numbers, dates and chains the entry.
 */
export async function appendAudit(db: Db, { actorId, kind, subjectId, data }: AuditEntry): Promise<void> {
  await db.executeSql(
    `INSERT INTO audit_event (seq, at, actor_id, kind, subject_id, data, previous_hash, hash)
     VALUES (0, now(), $1::uuid, $2, $3, $4::jsonb, '', '')`,
    [actorId, kind, subjectId, JSON.stringify(data)],
  );
}
