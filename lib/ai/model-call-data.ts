import "server-only";

import { leasePool, pool } from "../db.ts";
import type { CallPurpose, PolicyRunKind } from "../generated/prisma/enums.ts";
import { inTransaction } from "../in-transaction.ts";

/** Serializes the opening of calls on all servers: otherwise two could take the last slot. */
const openingLock = 7_420_003;

/**
 * A running call holds its slot by a lease that its server renews. If the server dies, the slot is free after
 * this time and not after the longest possible call.
 */
const leaseSeconds = 10;
export const leaseRenewalMs = 3000;

type Opening = {
  purpose: CallPurpose;
  runKind?: PolicyRunKind | undefined;
  model: string;
  subjectIds: string[];
  callsPerDay: number;
  concurrency: number;
};

/**
 * Records a call that is about to be made if the UTC day has one left and fewer than `concurrency` calls of
 * its purpose run. @returns its id.
 */
export async function openModelCall(opening: Opening): Promise<string | "BUDGET" | "BUSY"> {
  const { purpose, runKind = null, model, subjectIds, callsPerDay, concurrency } = opening;
  const { rows } = await inTransaction(async (connection) => {
    await connection.query("SELECT pg_advisory_xact_lock($1)", [openingLock]);
    // A separate statement, so that its snapshot includes what was committed during the wait for the lock.
    return connection.query<{ made: number; running: number; id: string | null }>(
      `WITH counted AS (
         SELECT (SELECT count(*)::int FROM model_call
                  WHERE purpose = $1::"CallPurpose"
                    AND started_at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') AS made,
                (SELECT count(*)::int FROM model_call
                  WHERE purpose = $1::"CallPurpose" AND ended_at IS NULL AND expires_at > now()) AS running
       ), opened AS (
         INSERT INTO model_call (id, purpose, model, subject_ids, expires_at, run_kind)
         SELECT $2, $1::"CallPurpose", $3, $4, now() + $5 * interval '1 second', $8::"PolicyRunKind"
           FROM counted WHERE made < $6 AND running < $7
         RETURNING id
       )
       SELECT made, running, (SELECT id FROM opened) AS id FROM counted`,
      [purpose, crypto.randomUUID(), model, subjectIds, leaseSeconds, callsPerDay, concurrency, runKind],
    );
  });
  const { id, made } = rows[0]!;
  return id ?? (made >= callsPerDay ? "BUDGET" : "BUSY");
}

export async function renewModelCall(id: string): Promise<void> {
  await leasePool.query(
    `UPDATE model_call SET expires_at = now() + $2 * interval '1 second' WHERE id = $1 AND ended_at IS NULL`,
    [id, leaseSeconds],
  );
}

export type CallEnd = {
  inputTokens: number | undefined;
  cachedInputTokens: number | undefined;
  outputTokens: number | undefined;
  durationMs: number;
  failure: string | null;
};

export async function closeModelCall(id: string, end: CallEnd): Promise<void> {
  await pool.query(
    `UPDATE model_call SET ended_at = now(), input_tokens = $2, output_tokens = $3, duration_ms = $4, failure = $5,
            cached_input_tokens = $6
      WHERE id = $1`,
    [
      id,
      end.inputTokens ?? null,
      end.outputTokens ?? null,
      end.durationMs,
      end.failure,
      end.cachedInputTokens ?? null,
    ],
  );
}

/** Deletes up to `limit` calls that started before `before` and no longer run. @returns how many. */
export async function deleteModelCallsBefore(before: Date, limit: number): Promise<number> {
  const { rowCount } = await pool.query(
    `DELETE FROM model_call WHERE id = ANY (ARRAY(
       SELECT id FROM model_call WHERE started_at < $1 AND expires_at < now() LIMIT $2))`,
    [before, limit],
  );
  return rowCount ?? 0;
}
