import type pg from "pg";

import { env } from "../env.ts";
import { BoundedPool } from "./bounded-pool.ts";
import { connectionLimits, noConnectionLimits, usualLimits } from "./limits.ts";

/** Opening one takes as long as ten statements: so many stay for the next rush, the others are given back. */
const keptOpen = 4;
const idleMs = 60_000;

const shared = (): pg.PoolConfig => ({
  connectionString: env().DATABASE_DIRECT_URL,
  ...connectionLimits(usualLimits),
  // To wait for a connection, or to open one. Requests wait for less (BoundedPool).
  connectionTimeoutMillis: 10_000,
  // Firewalls drop connections that are idle for minutes, without a message to either end.
  keepAlive: true,
  keepAliveInitialDelayMillis: 30_000,
});

const lent = (max: number): pg.PoolConfig => ({
  max,
  min: Math.min(max, keptOpen),
  idleTimeoutMillis: idleMs,
  // Statements of one connection that do not wait for each other's answer travel together (openReply).
  pipeline: true,
});

/** Connections that may lead through a pooler in transaction mode, when there is a direct address beside. */
export function openPool(max: number): BoundedPool {
  const { DATABASE_URL, DATABASE_DIRECT_URL } = env();
  if (DATABASE_URL === DATABASE_DIRECT_URL) return openDirectPool(max);
  const config = { ...shared(), connectionString: DATABASE_URL, ...noConnectionLimits, ...lent(max) };
  return new BoundedPool(config, { isThroughPooler: true });
}

/** Connections to PostgreSQL itself: a session is one's own from beginning to end. */
export const openDirectPool = (max: number) => new BoundedPool({ ...shared(), ...lent(max) });

/** One connection that stays, for questions that are given up after less than a second. */
export const openReserved = () => new BoundedPool({ ...shared(), max: 1, min: 1, query_timeout: 800 });
