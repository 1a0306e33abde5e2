import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Env } from "../lib/env.ts";

type Name = "DATABASE_URL" | "DATABASE_DIRECT_URL";

async function connect(name: Name, connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    const { message, code } = error as NodeJS.ErrnoException;
    throw new Error(`${name}: the database cannot be reached (${message || code}).`, { cause: error });
  }
}

const pidOf = async (client: pg.Client): Promise<number> =>
  (await client.query("SELECT pg_backend_pid() AS pid")).rows[0].pid;

/** Whether two connections share sessions: a pooler gives a free session to the next query of any connection. */
async function sharesSessions(one: pg.Client, other: pg.Client): Promise<boolean> {
  const ofOne = await pidOf(one);
  await other.query("BEGIN");
  const ofOther = await pidOf(other);
  // When the pooler has a single session, this query waits for the other's transaction.
  const isMoved = ofOther === ofOne || (await Promise.race([pidOf(one), sleep(1_000, 0)])) !== ofOne;
  await other.query("ROLLBACK");
  return isMoved;
}

async function isTransactionPooler(name: Name, url: string): Promise<boolean> {
  const clients: pg.Client[] = [];
  try {
    for (let count = 0; count < 2; count += 1) clients.push(await connect(name, url));
    const [one, other] = clients as [pg.Client, pg.Client];
    for (let tries = 0; tries < 3; tries += 1) if (await sharesSessions(one, other)) return true;
    return false;
  } catch (error) {
    if (!/statement pooling/.test((error as Error).message)) throw error;
    throw new Error(
      `${name}: the pooler lends sessions by the statement. Sora needs transactions: pool_mode = transaction.`,
      {
        cause: error,
      },
    );
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => {})));
  }
}

/** Whether both addresses lead to one database: an advisory lock held through one is not free through the other. */
async function isSameDatabase({ DATABASE_URL, DATABASE_DIRECT_URL }: Env): Promise<boolean> {
  const direct = await connect("DATABASE_DIRECT_URL", DATABASE_DIRECT_URL);
  const pooled = await connect("DATABASE_URL", DATABASE_URL);
  try {
    const key = randomInt(2 ** 40);
    await direct.query("SELECT pg_advisory_lock($1)", [key]);
    const { rows } = await pooled.query("SELECT pg_try_advisory_xact_lock($1) AS free", [key]);
    return !rows[0].free;
  } finally {
    await Promise.all([direct.end(), pooled.end()]);
  }
}

/**
 * Checks that the database is reachable and has the features that Sora needs.
 * @throws {Error} with one line that names the setting and the next step
 */
export async function checkDatabase(env: Env): Promise<void> {
  const isDirect = env.DATABASE_DIRECT_URL === env.DATABASE_URL;
  const isPooler = await isTransactionPooler("DATABASE_URL", env.DATABASE_URL);
  if (isDirect && isPooler)
    throw new Error(
      "DATABASE_URL: this is a pooler in transaction mode (PgBouncer or the like). Set DATABASE_DIRECT_URL to the address of PostgreSQL itself as well: there Sora listens, holds locks and migrates.",
    );
  if (isDirect) return;
  if (await isTransactionPooler("DATABASE_DIRECT_URL", env.DATABASE_DIRECT_URL))
    throw new Error(
      "DATABASE_DIRECT_URL: this is a pooler in transaction mode too. It must be the address of PostgreSQL itself.",
    );
  if (!(await isSameDatabase(env)))
    throw new Error("DATABASE_DIRECT_URL: this is another database than that of DATABASE_URL.");
}
