import type { Tx } from "../../lib/db.ts";

/** Any number; no other lock has it. */
const SEED_LOCK = 768_023;

/** Waits for the transaction of a killed start, which may be committing: only then is what it made to be seen. */
export async function oneSeedAtATime(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEED_LOCK})`;
}
