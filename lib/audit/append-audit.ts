import type { Db } from "pg-boss";

import type { AuditEntry } from "./schema.ts";

/**
 * Writes an audit entry in the caller's transaction (`fromPrisma(tx)`, `sqlOf(connection)`). Call it last: all other
 * entries wait from here until the commit. A trigger numbers, dates and chains the entry.
 */
export async function appendAudit(db: Db, { actorId, kind, subjectId, data }: AuditEntry): Promise<void> {
  // Number, date and hashes are placeholders for the trigger.
  await db.executeSql(
    `INSERT INTO audit_event (seq, at, actor_id, kind, subject_id, data, previous_hash, hash)
     VALUES (0, now(), $1::uuid, $2, $3, $4::jsonb, '', '')`,
    [actorId, kind, subjectId, JSON.stringify(data)],
  );
}
