import { expect, test } from "vitest";

import { type LogRecord, captureLog } from "../../test/captured-log.ts";
import { prisma } from "../db.ts";
import { backgroundLog, log } from "./log.ts";

test("a record has a time, a level, the process and the event", () => {
  const { records } = captureLog();
  log.warn("model call failed", { purpose: "REPLY", status: 401 });
  expect(records).toEqual([
    {
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      level: "warn",
      pid: process.pid,
      event: "model call failed",
      purpose: "REPLY",
      status: 401,
    },
  ]);
});

test("drops a field that is not on the list, or has another shape", () => {
  const { records } = captureLog();
  const given = {
    body: "오늘은 힘들었어요",
    prompt: "You are Sora",
    token: "sk-secret",
    constructor: "x",
    replyId: "오늘은 힘들었어요",
    cause: "two words",
    status: "오늘은",
    model: { text: "오늘은" },
    ms: Number.NaN,
  };
  log.error("reply failed", given as object);
  expect(Object.keys(records[0]!).toSorted()).toEqual(["event", "level", "pid", "time"]);
});

test("a value cannot forge a line, recolour a terminal or turn the reading direction", () => {
  const { records, lines } = captureLog();
  const model = 'm\n{"level":"error","event":"forged"}\u001B[31m\u202Eabc\u2028\u0085';
  log.warn("model call failed", { model });
  expect(records).toHaveLength(1);
  expect(records[0]!.model).toBe(
    String.raw`m\u{a}{"level":"error","event":"forged"}\u{1b}[31m\u{202e}abc\u{2028}\u{85}`,
  );
  expect(lines[0]).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u);
});

test("a note has the text of Next's output without its colours", () => {
  const { records } = captureLog();
  log.info("start", { note: "\u001B[32m\u001B[1m✓\u001B[22m\u001B[39m Compiled in 31s" });
  expect(records[0]).toMatchObject({ note: "✓ Compiled in 31s" });
});

test("a value of a megabyte gives a short record", () => {
  const { records } = captureLog();
  const long = "가".repeat(1_000_000);
  log.warn("console", { model: long, note: long, host: long, source: long });
  expect(JSON.stringify(records[0]).length).toBeLessThan(2000);
});

test("describes an error by its causes and codes, never by its message", () => {
  const { records } = captureLog();
  const cause = Object.assign(new TypeError("오늘은"), { code: "ECONNRESET" });
  const error = new RangeError("힘들었어요\n    at forged (secret.ts:1:1)", { cause });
  log.error("request failed", { error });
  log.error("request failed", { error: "오늘은" });
  const text = JSON.stringify(records);
  expect(records[0]).toMatchObject({ error: "RangeError < TypeError", code: "ECONNRESET" });
  expect(records[0]!.at).toMatch(/^lib\/log\/log\.test\.ts:\d+:\d+/);
  expect(records[1]).toMatchObject({ error: "not-an-Error" });
  expect(text).not.toMatch(/오늘은|힘들었어요|forged|secret/);
});

async function recordOf(failing: () => Promise<unknown>): Promise<LogRecord> {
  const { records } = captureLog();
  await failing().catch((error: unknown) => backgroundLog.error("request failed", { error }));
  return records[0]!;
}

test("finds PostgreSQL's and Prisma's codes wherever Prisma stores them", async () => {
  expect(await recordOf(() => prisma.$queryRaw`SELECT 1 / 0`)).toMatchObject({
    sqlstate: "22012",
    prisma: "P2010",
  });
  expect(
    await recordOf(() => prisma.entry.findUnique({ where: { id: "오늘은\n힘들었어요" } })),
  ).toMatchObject({
    prisma: expect.stringMatching(/^P\d{4}$/) as string,
  });
});
