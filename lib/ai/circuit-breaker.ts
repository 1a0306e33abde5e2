import "server-only";

import { pool } from "../db.ts";
import { env } from "../env.ts";
import type { CallPurpose } from "../generated/prisma/enums.ts";
import { inTransaction } from "../in-transaction.ts";
import type { Answer } from "./ask-for-object.ts";
import { pauseAfterFailure } from "./circuit.ts";
import type { ModelFailure } from "./model-failure.ts";
import { judgeServer, summaryServer } from "./model-servers.ts";

export type ModelPause = {
  since: Date;
  /** When one call may try whether the model is back. */
  retryAt: Date;
  /** It may try now, and none does. */
  isDue: boolean;
  reason: ModelFailure;
};

/** The pause of a purpose; null when calls may go. */
export async function findModelPause(purpose: CallPurpose): Promise<ModelPause | null> {
  const { rows } = await pool.query<ModelPause>(
    `SELECT since, retry_at AS "retryAt", reason,
            retry_at <= now() AND coalesce(probe_until <= now(), true) AS "isDue"
       FROM model_pause WHERE purpose = $1::"CallPurpose" AND server = $2 AND since IS NOT NULL`,
    [purpose, serverOf(purpose)],
  );
  return rows[0] ?? null;
}

/** Lets the next call try at once. A millisecond ago: the column rounds, and may round up. */
export async function endModelPause(purpose: CallPurpose): Promise<void> {
  await pool.query(
    `UPDATE model_pause SET retry_at = now() - interval '1 millisecond' WHERE purpose = $1::"CallPurpose" AND since IS NOT NULL`,
    [purpose],
  );
}

/** A call that may be made. `isProbe`: the only one, to find out whether the model is back. */
type Leave = { ok: true; isProbe: boolean } | { ok: false; error: ModelFailure };

/**
 * A circuit breaker around the calls of a purpose, shared by all servers through PostgreSQL. After failures in a row that
 * are the model's (not those of one text) no calls are made; after a while one of them tries, each time after a longer
 * while. An answer, whatever it says, ends it.
 */
export async function throughCircuit<T>(
  purpose: CallPurpose,
  call: () => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const leave = await askLeave(purpose);
  if (!leave.ok) {
    return { ok: false, error: leave.error, canRetry: false, retryAfterMs: null, isRefused: false };
  }
  // A call that throws says nothing of the model; a probe's lease ends by itself.
  const answer = await call();
  if (answer.ok || isAnswered(answer)) await noteAnswer(purpose);
  else if (answer.error !== "BUDGET") await noteFailure(purpose, answer, leave.isProbe);
  return answer;
}

/** The server did answer: what it said, or that it refuses this very prompt, is a matter of the texts. */
const isAnswered = (answer: Exclude<Answer<unknown>, { ok: true }>) =>
  answer.isRefused || answer.error === "MODEL_GARBLED" || answer.error === "MODEL_REFUSED";

async function askLeave(purpose: CallPurpose): Promise<Leave> {
  const pause = await findModelPause(purpose);
  if (pause === null) return { ok: true, isProbe: false };
  if (!pause.isDue) return { ok: false, error: pause.reason };
  const { rowCount } = await pool.query(
    `UPDATE model_pause SET probe_until = now() + $3 * interval '1 second'
      WHERE purpose = $1::"CallPurpose" AND server = $2 AND since IS NOT NULL AND retry_at <= now()
        AND (probe_until IS NULL OR probe_until <= now())`,
    [purpose, serverOf(purpose), env().MODEL_TOTAL_SECONDS + placeSeconds],
  );
  return rowCount === 1 ? { ok: true, isProbe: true } : { ok: false, error: pause.reason };
}

/** A probe may also wait for a place among the running calls. */
const placeSeconds = 30;

async function noteAnswer(purpose: CallPurpose): Promise<void> {
  await pool.query(`DELETE FROM model_pause WHERE purpose = $1::"CallPurpose" AND server = $2`, [
    purpose,
    serverOf(purpose),
  ]);
}

async function noteFailure(
  purpose: CallPurpose,
  { error, retryAfterMs }: Exclude<Answer<unknown>, { ok: true }>,
  isProbe: boolean,
): Promise<void> {
  const server = serverOf(purpose);
  await inTransaction(async (connection) => {
    await connection.query("SELECT pg_advisory_xact_lock($1)", [circuitLock]);
    const { rows } = await connection.query<{ failures: number; isPaused: boolean; pauses: number }>(
      `SELECT failures, since IS NOT NULL AS "isPaused", pauses FROM model_pause
        WHERE purpose = $1::"CallPurpose" AND server = $2`,
      [purpose, server],
    );
    const { failures, isPaused, pauses } = rows[0] ?? { failures: 0, isPaused: false, pauses: 0 };
    const pauseMs = pauseAfterFailure({ failures, isPaused, pauses }, { isProbe, retryAfterMs });
    await connection.query(
      `INSERT INTO model_pause AS pause (purpose, server, failures, reason, pauses, since, retry_at)
       VALUES ($1::"CallPurpose", $2, $3, $4, $5, CASE WHEN $6::float8 IS NOT NULL THEN now() END,
               now() + $6::float8 * interval '1 millisecond')
       ON CONFLICT (purpose) DO UPDATE
          SET server = $2, failures = $3, reason = $4, pauses = $5,
              since = CASE WHEN $7 THEN pause.since ELSE excluded.since END,
              retry_at = CASE WHEN $6::float8 IS NULL AND $7 THEN pause.retry_at ELSE excluded.retry_at END,
              probe_until = CASE WHEN $7 AND NOT $8 THEN pause.probe_until END`,
      [purpose, server, failures + 1, error, pauses + (pauseMs === null ? 0 : 1), pauseMs, isPaused, isProbe],
    );
  });
}

/** Failures of all servers are noted one after the other: each counts. */
const circuitLock = 7_420_005;

function serverOf(purpose: CallPurpose): string {
  const { baseURL, model } = purpose === "MODERATION" ? judgeServer() : summaryServer();
  return `${model} ${new URL(baseURL).host}`;
}
