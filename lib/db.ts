import { PrismaPg } from "@prisma/adapter-pg";

import { openDirectPool, openPool, openReserved } from "./database/connect.ts";
import { Reachability } from "./database/reachability.ts";
import { env } from "./env.ts";
import { PrismaClient, type Prisma } from "./generated/prisma/client.ts";
import { processWide } from "./process-wide.ts";

/** Inside a transaction. */
export type Tx = Prisma.TransactionClient;

/**
 * The connections of this process for what people ask. Prisma borrows from here too. They are borrowed per statement, never
 * per stream. Twenty unless DATABASE_CONNECTIONS says otherwise, as a night's rush of short transactions mostly waits for
 * the disk, which takes many commits at once; with ten, the last of 500 replies speaks a fifth later.
 */
export const pool = processWide("pool", () => openPool(env().DATABASE_CONNECTIONS));

/** For renewing leases alone: a renewal that queued behind a night's requests would come when the lease has lapsed. */
export const leasePool = processWide("lease-pool", () => openDirectPool(2));

/** On one connection of its own, so that what waits for `pool` does not make it late. */
export const reachability = processWide("reachability", () => new Reachability(openReserved(), pool));

export const prisma = processWide(
  "prisma",
  () =>
    new PrismaClient({
      adapter: new PrismaPg(pool),
      // The pool itself does not let anyone wait longer.
      transactionOptions: { maxWait: 5_000, timeout: 10_000 },
    }),
);
