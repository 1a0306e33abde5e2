import { PrismaPg } from "@prisma/adapter-pg";

import { openDirectPool, openPool, openReserved } from "./database/connect.ts";
import { Reachability } from "./database/reachability.ts";
import { env } from "./env.ts";
import { PrismaClient, type Prisma } from "./generated/prisma/client.ts";
import { processWide } from "./process-wide.ts";

export type Tx = Prisma.TransactionClient;

/**
 * Connections for requests, also Prisma's. Borrowed per statement, never per stream. 20 by default
 * (DATABASE_CONNECTIONS): short transactions mostly wait for the disk, which takes many commits at once. With 10, the
 * last of 500 concurrent replies starts a fifth later.
 */
export const pool = processWide("pool", () => openPool(env().DATABASE_CONNECTIONS));

/** Only for lease renewals: behind many requests a renewal would come after the lease has expired. */
export const leasePool = processWide("lease-pool", () => openDirectPool(2));

export const reachability = processWide("reachability", () => new Reachability(openReserved(), pool));

export const prisma = processWide(
  "prisma",
  () =>
    new PrismaClient({
      adapter: new PrismaPg(pool),
      // Longer than the pool lets a request wait (4 s).
      transactionOptions: { maxWait: 5_000, timeout: 10_000 },
    }),
);
