import { afterAll, beforeAll, expect, test } from "vitest";
import { captureLog } from "../../../e2e/support/vitest/captured-log.ts";

import { projectPath } from "../../../scripts/project.ts";
import { patternWorker, runTask } from "./run-task.ts";

const { path } = patternWorker;
const restart = async (workerPath: string) => {
  const running = await patternWorker.running;
  Object.assign(patternWorker, { path: workerPath, running: undefined });
  await running?.worker.terminate();
};
beforeAll(() => restart(projectPath("e2e/support/moderation/hanging-worker.ts")));
afterAll(() => restart(path));

const hashOf = async (text: string) => (await runTask("examineText", text, []))?.hash ?? null;

test("a text that hangs the worker is given up after 200 ms, and its neighbours are read", async () => {
  await hashOf("the first text starts the worker");
  const started = performance.now();
  const results = await Promise.all(["앞 글", "[[hang]]", "뒤 글"].map(hashOf));
  expect(results).toEqual([expect.any(String), null, expect.any(String)]);
  expect(performance.now() - started).toBeGreaterThan(200);
});

test("the process answers others while a text hangs the worker", async () => {
  const hanging = hashOf("[[hang]]");
  let ticks = 0;
  const clock = setInterval(() => (ticks += 1), 10);
  expect(await hanging).toBeNull();
  clearInterval(clock);
  expect(ticks).toBeGreaterThan(5);
});

test("a text over which the patterns throw is given up", async () => {
  const { lines } = captureLog();
  expect(await Promise.all(["[[throw]]", "뒤 글"].map(hashOf))).toEqual([null, expect.any(String)]);
  expect(lines).toEqual(["patterns failed over a text: cause=RangeError"]);
});

test("a text that takes all memory costs the worker, not the process", async () => {
  expect(await Promise.all(["[[fill]]", "뒤 글"].map(hashOf))).toEqual([null, expect.any(String)]);
});
