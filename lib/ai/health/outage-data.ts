import "server-only";

import { pool } from "../../db.ts";
import { type CallFailure, type FailureCause, repairCauses } from "../failure-cause.ts";
import type { ModelPurpose } from "./model-purpose.ts";

/**
 * `ageMs`: time since the failure, because all servers share only the database's clock. `isCounted`: false when the
 * call was already counted under another purpose with the same model.
 */
export type FailedCall = CallFailure & {
  purpose: ModelPurpose;
  model: string;
  host: string;
  isCounted: boolean;
  ageMs: number;
};

const notAnOutage: readonly FailureCause[] = ["CONTENT_FILTERED"];

/**
 * Consecutive failures that make an outage when the cause may pass. A cause that needs repair makes one at
 * once.
 */
const failuresOfOutage = 3;

export async function saveFailedCalls(calls: readonly FailedCall[]): Promise<void> {
  const counted = calls.filter(({ isCounted }) => isCounted);
  await pool.query(
    `INSERT INTO model_call_failure (id, purpose, cause, failed_at)
     SELECT gen_random_uuid(), failed.purpose, failed.cause, now() - failed.age_ms * interval '1 ms'
       FROM unnest($1::text[], $2::text[], $3::float8[]) AS failed (purpose, cause, age_ms)`,
    [
      counted.map(({ purpose }) => purpose),
      counted.map(({ cause }) => cause),
      counted.map(({ ageMs }) => ageMs),
    ],
  );
  const ofOutages = calls.filter(({ cause }) => !notAnOutage.includes(cause));
  for (const [purpose, failed] of Map.groupBy(ofOutages, (call) => call.purpose)) {
    const first = failed[0]!;
    const last = failed.at(-1)!;
    await pool.query(
      `INSERT INTO model_outage AS outage (purpose, since, last_failed_at, failures, model, host, cause, status)
       VALUES ($1, now() - $2 * interval '1 ms', now() - $3 * interval '1 ms', $4, $5, $6, $7, $8)
       ON CONFLICT (purpose) DO UPDATE
          SET last_failed_at = greatest(outage.last_failed_at, excluded.last_failed_at),
              failures = outage.failures + excluded.failures,
              model = excluded.model, host = excluded.host, cause = excluded.cause, status = excluded.status`,
      [purpose, first.ageMs, last.ageMs, failed.length, last.model, last.host, last.cause, last.status],
    );
  }
}

/**
 * Ends a purpose's outage after a call that was answered `ageMs` ago, unless a call failed after that: a long
 * reply that began before the key was revoked does not show that the key works.
 * @returns whether calls had failed, and whether that was shown as an outage
 */
export async function closeOutage(purpose: ModelPurpose, ageMs: number) {
  const { rows } = await pool.query<{ wasShown: boolean }>(
    `DELETE FROM model_outage
      WHERE purpose = $1 AND last_failed_at < now() - $2 * interval '1 ms'
     RETURNING (cause = ANY ($3::text[]) OR failures >= $4) AS "wasShown"`,
    [purpose, ageMs, repairCauses, failuresOfOutage],
  );
  return { hadFailed: rows.length > 0, wasShown: rows[0]?.wasShown === true };
}

export type Outage = {
  purpose: ModelPurpose;
  since: Date;
  model: string;
  host: string;
  cause: FailureCause;
  status: number | null;
};

export async function listOutages(): Promise<Outage[]> {
  const { rows } = await pool.query<Outage>(
    `SELECT purpose, since, model, host, cause, status FROM model_outage
      WHERE cause = ANY ($1::text[]) OR failures >= $2
      ORDER BY since, purpose`,
    [repairCauses, failuresOfOutage],
  );
  return rows;
}

/**
 * Seconds between checks of a failing model: a fifth of the outage's age within these limits. Members' calls
 * count as checks.
 */
const checkSeconds = { from: 45, to: 300 };

export async function listDueChecks(): Promise<ModelPurpose[]> {
  const { rows } = await pool.query<{ purpose: ModelPurpose }>(
    `SELECT purpose FROM model_outage
      WHERE now() - last_failed_at
            > least(greatest((now() - since) / 5, $1 * interval '1 second'), $2 * interval '1 second')`,
    [checkSeconds.from, checkSeconds.to],
  );
  return rows.map(({ purpose }) => purpose);
}

export async function hasOutage(purpose: ModelPurpose): Promise<boolean> {
  const { rowCount } = await pool.query("SELECT FROM model_outage WHERE purpose = $1", [purpose]);
  return rowCount === 1;
}
