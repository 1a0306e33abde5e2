import type pg from "pg";

import { env } from "../env.ts";
import { BoundedPool } from "./bounded-pool.ts";
import { connectionLimits, noConnectionLimits, usualLimits } from "./limits.ts";

/** Opening a connection costs as much as ten statements, so this many stay open. Others are closed when idle. */
const keptOpen = 4;
const idleMs = 60_000;

const shared = (): pg.PoolConfig => ({
  connectionString: env().DATABASE_DIRECT_URL,
  ...connectionLimits(usualLimits),
  // For getting or opening a connection. Requests wait for less (BoundedPool).
  connectionTimeoutMillis: 10_000,
  // Firewalls drop connections that are idle for minutes, without a message to either end.
  keepAlive: true,
  keepAliveInitialDelayMillis: 30_000,
});

const lent = (max: number): pg.PoolConfig => ({
  max,
  min: Math.min(max, keptOpen),
  idleTimeoutMillis: idleMs,
  // Statements that are sent without waiting travel together (openReply).
  pipeline: true,
});

/** Connections that may go through a pooler in transaction mode, if there is also a direct address. */
export function openPool(max: number): BoundedPool {
  const { DATABASE_URL, DATABASE_DIRECT_URL } = env();
  if (DATABASE_URL === DATABASE_DIRECT_URL) return openDirectPool(max);
  const config = { ...shared(), connectionString: DATABASE_URL, ...noConnectionLimits, ...lent(max) };
  return new BoundedPool(config, { isThroughPooler: true });
}

export const openDirectPool = (max: number) => new BoundedPool({ ...shared(), ...lent(max) });

/** One permanent connection for health checks, whose statements time out after 0.8 s. */
export const openReserved = () => new BoundedPool({ ...shared(), max: 1, min: 1, query_timeout: 800 });
