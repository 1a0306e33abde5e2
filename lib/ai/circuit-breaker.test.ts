import { beforeEach, expect, test } from "vitest";

import { pool, prisma } from "../db.ts";
import { env } from "../env.ts";
import type { Answer } from "./ask-for-object.ts";
import { failuresToPause } from "./circuit.ts";
import { findModelPause, throughCircuit } from "./circuit-breaker.ts";

beforeEach(() => prisma.modelPause.deleteMany());

const answered: Answer<string> = { ok: true, data: { object: "yes", model: "m", callId: "c" } };
const failed = (more: object = {}) =>
  ({
    ok: false,
    error: "MODEL_UNAVAILABLE",
    canRetry: true,
    retryAfterMs: null,
    isRefused: false,
    ...more,
  }) as const;
let calls = 0;
const call = async (answer: Answer<string>) => {
  const { ok } = await throughCircuit("MODERATION", async () => {
    calls += 1;
    return answer;
  });
  return ok;
};
const failTimes = async (times: number, more: object = {}) => {
  for (let count = 0; count < times; count += 1) await call(failed(more));
};
const letPauseEnd = () => pool.query("UPDATE model_pause SET retry_at = now() - interval '1 second'");
const isPaused = async () => (await findModelPause("MODERATION")) !== null;

test("pauses the calls after consecutive failures, but not when an answer is between them", async () => {
  await failTimes(failuresToPause - 1);
  await call(answered);
  await failTimes(failuresToPause - 1);
  expect(await isPaused()).toBe(false);
  await failTimes(1);
  expect(await isPaused()).toBe(true);
  calls = 0;
  expect(await call(answered)).toBe(false);
  expect(calls).toBe(0);
});

test.each([
  ["answers that cannot be read", { error: "MODEL_GARBLED" }],
  ["answers that a filter held back", { error: "MODEL_REFUSED" }],
  ["prompts that the server refuses", { isRefused: true }],
  ["calls that the day's budget has no room for", { error: "BUDGET" }],
])("%s are no outage", async (_, more) => {
  await failTimes(failuresToPause + 1, more);
  expect(await isPaused()).toBe(false);
});

test("allows one probe after a pause; its failure begins a longer pause, its answer ends the pause", async () => {
  await failTimes(failuresToPause);
  const first = (await findModelPause("MODERATION"))!;
  await letPauseEnd();
  calls = 0;
  await Promise.all(Array.from({ length: 10 }, () => call(failed())));
  expect(calls).toBe(1);
  const second = (await findModelPause("MODERATION"))!;
  expect(second.since).toEqual(first.since);
  expect(second.retryAt.getTime() - Date.now()).toBeGreaterThan(20_000);

  await letPauseEnd();
  expect(await call(answered)).toBe(true);
  expect(await isPaused()).toBe(false);
});

test("allows one probe when several calls find the pause over at once", async () => {
  await failTimes(failuresToPause);
  await letPauseEnd();
  calls = 0;
  // All have read the row, and none has begun, when the lock is released.
  const holder = await pool.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT FROM model_pause FOR UPDATE");
  const slow = Promise.withResolvers<Answer<string>>();
  let refused = 0;
  const asked = [1, 2, 3].map(async () => {
    const { ok } = await throughCircuit("MODERATION", () => {
      calls += 1;
      return slow.promise;
    });
    if (!ok) refused += 1;
  });
  const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  await expect.poll(async () => (await pool.query(waiting)).rows.length, { timeout: 10_000 }).toBe(3);
  await holder.query("COMMIT");
  holder.release();
  // The probe has no answer before the others have theirs.
  await expect.poll(() => refused + calls, { timeout: 10_000 }).toBe(3);
  slow.resolve(answered);
  await Promise.all(asked);
  expect(calls).toBe(1);
});

test("allows another probe when the server of a probe dies", async () => {
  await failTimes(failuresToPause);
  await letPauseEnd();
  const dying = throughCircuit("MODERATION", () => Promise.reject(new Error("killed")));
  await expect(dying).rejects.toThrow("killed");
  expect(await call(answered)).toBe(false);
  await pool.query("UPDATE model_pause SET probe_until = now() - interval '1 second'");
  expect(await call(answered)).toBe(true);
});

test("starts without failures for another model or server", async () => {
  const { OPENAI_MODERATION_MODEL } = env();
  await failTimes(failuresToPause);
  Object.assign(env(), { OPENAI_MODERATION_MODEL: "another" });
  expect(await isPaused()).toBe(false);
  await failTimes(1);
  expect(await isPaused()).toBe(false);
  Object.assign(env(), { OPENAI_MODERATION_MODEL });
});
