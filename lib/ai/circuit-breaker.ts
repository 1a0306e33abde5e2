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
  retryAt: Date;
  isDue: boolean;
  reason: ModelFailure;
};

export async function findModelPause(purpose: CallPurpose): Promise<ModelPause | null> {
  const { rows } = await pool.query<ModelPause>(
    `SELECT since, retry_at AS "retryAt", reason,
            retry_at <= now() AND coalesce(probe_until <= now(), true) AS "isDue"
       FROM model_pause WHERE purpose = $1::"CallPurpose" AND server = $2 AND since IS NOT NULL`,
    [purpose, serverOf(purpose)],
  );
  return rows[0] ?? null;
}

/** Allows the next call at once. One millisecond in the past: the column rounds, possibly up. */
export async function endModelPause(purpose: CallPurpose): Promise<void> {
  await pool.query(
    `UPDATE model_pause SET retry_at = now() - interval '1 millisecond' WHERE purpose = $1::"CallPurpose" AND since IS NOT NULL`,
    [purpose],
  );
}

type Leave = { ok: true; isProbe: boolean } | { ok: false; error: ModelFailure };

/**
 * A circuit breaker around the calls of a purpose, shared by all servers through PostgreSQL. After
 * consecutive failures of the model (not of a single text) no calls are made for a while. Then one probe is
 * allowed; each failed probe doubles the pause. Any answer closes the circuit.
 */
export async function throughCircuit<T>(
  purpose: CallPurpose,
  call: () => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const leave = await askLeave(purpose);
  if (!leave.ok) {
    return { ok: false, error: leave.error, canRetry: false, retryAfterMs: null, isRefused: false };
  }
  // A call that throws is no evidence about the model. A probe's lease expires by itself.
  const answer = await call();
  if (answer.ok || isAnswered(answer)) await noteAnswer(purpose);
  else if (answer.error !== "BUDGET") await noteFailure(purpose, answer, leave.isProbe);
  return answer;
}

/** The server works: a garbled answer or a refused prompt depends on the text. */
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

/** A probe may also wait this long for a slot among the running calls. */
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

/** Serializes the failures of all servers, so that each is counted. */
const circuitLock = 7_420_005;

function serverOf(purpose: CallPurpose): string {
  const { baseURL, model } = purpose === "MODERATION" ? judgeServer() : summaryServer();
  return `${model} ${new URL(baseURL).host}`;
}
