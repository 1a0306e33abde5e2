import { pool } from "../lib/db.ts";

/** Runs statements without triggers and foreign keys: hundreds of thousands of rows in a few seconds. */
export async function inBulk(statements: string[]) {
  const client = await pool.connect();
  try {
    // On a busy machine some take longer than the pool's statement timeout.
    await client.query("SET session_replication_role = replica; SET statement_timeout = '5min'");
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.query("RESET session_replication_role; RESET statement_timeout");
    client.release();
  }
}
