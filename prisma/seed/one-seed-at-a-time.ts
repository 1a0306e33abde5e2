import type { Tx } from "../../lib/db.ts";

/** An arbitrary number, unique among the advisory locks. */
const SEED_LOCK = 768_023;

/** Waits for a killed start's transaction, which may still commit: only then are its rows visible. */
export async function oneSeedAtATime(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEED_LOCK})`;
}
