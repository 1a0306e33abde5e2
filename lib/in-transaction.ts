import "server-only";

import type { Pool, PoolClient } from "pg";
import type { Db } from "pg-boss";

import { type Limits, longLimits, setLocalLimits } from "./database/limits.ts";
import { pool } from "./db.ts";
import { currentRequestId } from "./log/request-context.ts";

/**
 * One transaction in plain SQL, for hot paths. Elsewhere `prisma.$transaction` reads better.
 * @param limits long ones for work that takes longer than a request may. They are the default outside of requests.
 */
export async function inTransaction<T>(
  work: (connection: PoolClient) => Promise<T>,
  limits: Limits | undefined = currentRequestId() === undefined ? longLimits : undefined,
): Promise<T> {
  const connection = await pool.connect();
  try {
    await connection.query(limits ? `BEGIN; ${setLocalLimits(limits)}` : "BEGIN");
    const result = await work(connection);
    await connection.query("COMMIT");
    connection.release();
    return result;
  } catch (error) {
    // Closes the connection instead of a rollback: the connection may be what failed. Its locks end with it.
    connection.release(true);
    throw error;
  }
}

/** The form that the queue, notices and the audit log take. For Prisma's transactions use pg-boss' `fromPrisma`. */
export const sqlOf = (connection: Pool | PoolClient): Db => ({
  executeSql: (sql, values) => connection.query(sql, values),
});
