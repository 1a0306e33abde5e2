import "server-only";

import { pool } from "../db.ts";
import type { AuditQuery } from "./audit-query.ts";
import type { AuditEntry } from "./schema.ts";

const perPage = 50;

export type AuditEvent = AuditEntry & { seq: number; at: Date };

/** Keyset page, newest first. `next`: the next `before`; null on the last page. */
export async function listAudit({ kind, person, before }: AuditQuery) {
  const conditions = "($2 = '' OR kind = $2) AND ($3::bigint IS NULL OR seq < $3) ORDER BY seq DESC LIMIT $4";
  const found = person
    ? `SELECT * FROM ((SELECT * FROM audit_event WHERE actor_id = $1::text::uuid AND ${conditions}) UNION
                      (SELECT * FROM audit_event WHERE subject_id = $1 AND ${conditions})) both_ways
        ORDER BY seq DESC LIMIT $4`
    : `SELECT * FROM audit_event WHERE $1 = '' AND ${conditions}`;
  const { rows } = await pool.query<AuditEntry & { seq: string; at: Date }>(
    `SELECT seq, at, actor_id AS "actorId", kind, subject_id AS "subjectId", data FROM (${found}) found
      ORDER BY seq DESC`,
    [person, kind, before ?? null, perPage + 1],
  );
  const events = rows.slice(0, perPage).map((row): AuditEvent => ({ ...row, seq: Number(row.seq) }));
  return { events, next: rows.length > perPage ? events.at(-1)!.seq : null };
}
