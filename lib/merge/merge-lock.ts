import "server-only";

import type { PoolClient } from "pg";
import { longLimits } from "../database/limits.ts";
import { isDeadlock } from "../errors/db-errors.ts";
import { inTransaction } from "../in-transaction.ts";

/** Merges run one after the other, so that no merge finds its gym or trainer moved by another one. */
const mergingLock = 7_420_006;

const maxTries = 5;

/**
 * Runs a merge in one transaction. Retries when new reviews came up before all locks were held ("AGAIN"), and after a
 * deadlock.
 */
export async function inMerge<T>(work: (connection: PoolClient) => Promise<T | "AGAIN">): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(async (connection) => {
        await connection.query("SELECT pg_advisory_xact_lock($1)", [mergingLock]);
        const done = await work(connection);
        if (done === "AGAIN") throw new Again();
        return done;
      }, longLimits);
    } catch (error) {
      if (tries === maxTries || !(error instanceof Again || isDeadlock(error))) throw error;
    }
  }
}

class Again extends Error {}
