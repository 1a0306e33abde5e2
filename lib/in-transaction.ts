import "server-only";

import type { Pool, PoolClient } from "pg";
import type { Db } from "pg-boss";

import { type Limits, longLimits, setLocalLimits } from "./database/limits.ts";
import { pool } from "./db.ts";
import { currentRequestId } from "./log/request-context.ts";

/**
 * Plain SQL in one transaction, for what is done by the thousand. Elsewhere `prisma.$transaction` reads better.
 * @param limits for work that takes longer than people wait. What runs for no request has the long ones.
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
    // The connection is thrown away rather than rolled back: it may be what failed. Its locks go with it.
    connection.release(true);
    throw error;
  }
}

/** The connection as the queue, notices and the audit log take it (Prisma's transactions: pg-boss' `fromPrisma`). */
export const sqlOf = (connection: Pool | PoolClient): Db => ({
  executeSql: (sql, values) => connection.query(sql, values),
});
