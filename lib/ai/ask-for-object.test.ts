import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";

import { pool, prisma } from "../db.ts";
import { env } from "../env.ts";
import type { PolicyRunKind } from "../generated/prisma/enums.ts";
import { readObject } from "./answer/read-object.ts";
import { askForObject } from "./ask-for-object.ts";
import { closeModelCall, openModelCall } from "./model-call-data.ts";

const settings = { ...env() };
beforeEach(() => prisma.modelCall.deleteMany());
afterEach(() => void Object.assign(env(), settings));

const schema = z.strictObject({ words: z.string().min(1) });
const ask = (
  prompt: string,
  more: { callsPerDay?: number; signal?: AbortSignal; runKind?: PolicyRunKind } = {},
) =>
  askForObject({
    purpose: "SUMMARY",
    schemaName: "sample",
    schema,
    read: readObject(schema),
    instructions: "Say something.",
    prompt,
    subjectIds: ["subject"],
    callsPerDay: 1000,
    ...more,
  });

const open = (more: { callsPerDay?: number; concurrency?: number } = {}) =>
  openModelCall({
    purpose: "SUMMARY",
    model: "any",
    subjectIds: [],
    callsPerDay: 100,
    concurrency: 3,
    ...more,
  });

describe("a question", () => {
  test("gets an object, and records its cost in the ledger", async () => {
    const answer = await ask("the prompt");
    if (!answer.ok) throw new Error(answer.error);
    expect(answer.data.object.words).not.toBe("");
    const row = await prisma.modelCall.findUniqueOrThrow({ where: { id: answer.data.callId } });
    expect(row).toMatchObject({ purpose: "SUMMARY", subjectIds: ["subject"], failure: null });
    expect(row.model).toBe(answer.data.model);
    expect(Math.min(row.inputTokens!, row.outputTokens!, row.durationMs!)).toBeGreaterThan(0);
    expect(row.endedAt).not.toBeNull();
  });

  test("records cached input and the policy run in the ledger", async () => {
    const answer = await ask("[[model cached=64]]", { runKind: "TRIAL" });
    if (!answer.ok) throw new Error(answer.error);
    const row = await prisma.modelCall.findUniqueOrThrow({ where: { id: answer.data.callId } });
    expect(row).toMatchObject({ runKind: "TRIAL", cachedInputTokens: 64 });
    await ask("without");
    expect(await prisma.modelCall.count({ where: { runKind: null } })).toBe(1);
  });

  test("records its failure in the ledger", async () => {
    const answer = await ask("[[model status=503 retry-after=7]]");
    expect(answer).toMatchObject({
      ok: false,
      error: "MODEL_UNAVAILABLE",
      canRetry: true,
      retryAfterMs: 7000,
    });
    expect(await prisma.modelCall.findMany()).toMatchObject([
      { failure: "MODEL_UNAVAILABLE", endedAt: expect.any(Date) },
    ]);
  });

  test("gets no object from an answer of another shape, and counts its tokens", async () => {
    const answer = await ask("[[model empty]]");
    expect(answer).toMatchObject({ ok: false, error: "MODEL_GARBLED", canRetry: true });
    const [row] = await prisma.modelCall.findMany();
    expect(row).toMatchObject({ failure: "MODEL_GARBLED", inputTokens: expect.any(Number) });
  });

  test("is aborted after its time limit", async () => {
    Object.assign(env(), { MODEL_TOTAL_SECONDS: 0.3 });
    expect(await ask("[[model hang]]")).toMatchObject({ ok: false, error: "MODEL_TIMEOUT", canRetry: true });
  });

  test("ends and frees its slot when its caller aborts it", async () => {
    const end = new AbortController();
    const asked = ask("[[model hang]]", { signal: end.signal });
    await expect.poll(() => prisma.modelCall.count({ where: { endedAt: null } })).toBe(1);
    end.abort(new Error("not wanted any more"));
    await expect(asked).rejects.toThrow("not wanted any more");
    expect(await prisma.modelCall.findMany()).toMatchObject([
      { failure: "ABORTED", endedAt: expect.any(Date) },
    ]);
  });

  test("is not sent beyond the day's budget", async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ask("within reason", { callsPerDay: 3 })),
    );
    expect(answers.map((answer) => (answer.ok ? "asked" : answer.error)).toSorted()).toEqual([
      "BUDGET",
      "BUDGET",
      "asked",
      "asked",
      "asked",
    ]);
    expect(await prisma.modelCall.count()).toBe(3);
  });

  test("waits for a slot without a connection", async () => {
    Object.assign(env(), { MODERATION_CONCURRENCY: 2 });
    const places = await Promise.all([open({ concurrency: 2 }), open({ concurrency: 2 })]);
    const asked = Promise.all(Array.from({ length: 20 }, () => ask("in line")));
    await expect.poll(() => pool.idleCount === pool.totalCount).toBe(true);
    expect(await prisma.modelCall.count()).toBe(2);
    const unused = {
      inputTokens: undefined,
      cachedInputTokens: undefined,
      outputTokens: undefined,
      durationMs: 1,
      failure: null,
    };
    for (const id of places) await closeModelCall(id, unused);
    expect((await asked).every(({ ok }) => ok)).toBe(true);
  });
});

describe("the ledger", () => {
  test("limits concurrent calls, however many callers there are", async () => {
    const opened = await Promise.all(Array.from({ length: 30 }, () => open()));
    expect(opened.filter((id) => id === "BUSY")).toHaveLength(27);
  });

  test("counts each purpose separately, per UTC day", async () => {
    const id = await open({ callsPerDay: 1 });
    expect(await open({ callsPerDay: 1 })).toBe("BUDGET");
    const opening = { model: "any", subjectIds: [], callsPerDay: 1, concurrency: 1 };
    expect(await openModelCall({ ...opening, purpose: "MODERATION" })).not.toBe("BUDGET");

    const midnight = new Date().setUTCHours(0, 0, 0, 0);
    await prisma.modelCall.update({ where: { id }, data: { startedAt: new Date(midnight - 1) } });
    expect(await open({ callsPerDay: 1 })).not.toBe("BUDGET");
  });

  test("reuses the slot of a call whose server has died", async () => {
    const id = await open({ concurrency: 1 });
    expect(await open({ concurrency: 1 })).toBe("BUSY");
    await prisma.modelCall.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await open({ concurrency: 1 })).not.toBe("BUSY");
  });
});
