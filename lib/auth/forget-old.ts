import "server-only";

import { pool } from "../db.ts";

async function countDeleted(statement: string, before: Date, limit: number): Promise<number> {
  return (await pool.query(statement, [before, limit])).rowCount ?? 0;
}

export const deleteSecurityEventsBefore = (before: Date, limit: number) =>
  countDeleted(
    "DELETE FROM security_event WHERE id = ANY (ARRAY(SELECT id FROM security_event WHERE at < $1 LIMIT $2))",
    before,
    limit,
  );

export const deleteLinksBefore = (before: Date, limit: number) =>
  countDeleted(
    "DELETE FROM account_link WHERE id = ANY (ARRAY(SELECT id FROM account_link WHERE expires_at < $1 LIMIT $2))",
    before,
    limit,
  );

/** Sent or not: the sending job has given up long before. */
export const deleteMailsBefore = (before: Date, limit: number) =>
  countDeleted(
    "DELETE FROM mail WHERE id = ANY (ARRAY(SELECT id FROM mail WHERE created_at < $1 LIMIT $2))",
    before,
    limit,
  );
