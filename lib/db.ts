import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { env } from "./env.ts";
import { PrismaClient, type Prisma } from "./generated/prisma/client.ts";
import { backgroundLog } from "./log/log.ts";
import { processWide } from "./process-wide.ts";

/** Inside a transaction. */
export type Tx = Prisma.TransactionClient;

/**
 * The process's connections. Prisma borrows from here too, so this is all a server takes
 * (besides the job queue's own few): connections are borrowed per statement, never per stream. Twenty, as a night's rush
 * of short transactions mostly waits for the disk, which takes many commits at once; with ten, the last of 500 replies
 * speaks a fifth later. PostgreSQL's usual hundred connections are enough for three servers.
 */
export const pool = processWide("pool", () => connect({ max: 20 }));

/** For renewing leases alone: a renewal that queued behind a night's requests would come when the lease has lapsed. */
export const leasePool = processWide("lease-pool", () => connect({ max: 2 }));

function connect({ max }: { max: number }): pg.Pool {
  const connections = new pg.Pool({
    connectionString: env().DATABASE_URL,
    // Once open, a connection stays: opening one takes as long as ten statements, and it would be while everyone waits.
    min: max,
    max,
    // Firewalls forget a line that is silent for minutes, and tell neither end.
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    // Statements of one connection that do not wait for each other's answer travel together (openReply).
    pipeline: true,
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that the server closed (a restart) is dropped by the pool; without a listener it ends the process.
  connections.on("error", (error) => backgroundLog.warn("database connection lost", { error }));
  return connections;
}

export const prisma = processWide(
  "prisma",
  () =>
    new PrismaClient({
      adapter: new PrismaPg(pool),
      // Long enough for the evening when everyone writes at once, and has to wait for a connection.
      transactionOptions: { maxWait: 10_000, timeout: 10_000 },
    }),
);
