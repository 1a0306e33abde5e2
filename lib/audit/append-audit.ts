// Loadable by plain Node (npm run admin), so no "server-only" here.
import type { Db } from "pg-boss";

import type { AuditEntry } from "./schema.ts";

/**
 * Writes down what was done, in the transaction that does it (`fromPrisma(tx)`, `sqlOf(connection)`): neither happens
 * without the other. Call it last: from here to the commit, every other entry waits. The database numbers the entry,
 * dates it and chains it to the one before.
 */
export async function appendAudit(db: Db, { actorId, kind, subjectId, data }: AuditEntry): Promise<void> {
  // Number, date and hashes are placeholders: the trigger sets them.
  await db.executeSql(
    `INSERT INTO audit_event (seq, at, actor_id, kind, subject_id, data, previous_hash, hash)
     VALUES (0, now(), $1::uuid, $2, $3, $4::jsonb, '', '')`,
    [actorId, kind, subjectId, JSON.stringify(data)],
  );
}
