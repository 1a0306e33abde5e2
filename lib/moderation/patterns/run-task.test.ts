import { afterAll, beforeAll, expect, test } from "vitest";
import { captureLog } from "../../../test/captured-log.ts";

import { projectPath } from "../../../scripts/project.ts";
import { patternWorker, runTask } from "./run-task.ts";

const { path } = patternWorker;
const restart = async (workerPath: string) => {
  const running = await patternWorker.running;
  Object.assign(patternWorker, { path: workerPath, running: undefined });
  await running?.worker.terminate();
};
beforeAll(() => restart(projectPath("test/moderation/hanging-worker.ts")));
afterAll(() => restart(path));

const hashOf = async (text: string) => (await runTask("examineText", text, []))?.hash ?? null;

test("gives up a text that hangs the worker after 200 ms, and reads the others", async () => {
  await hashOf("the first text starts the worker");
  const started = performance.now();
  const results = await Promise.all(["앞 글", "[[hang]]", "뒤 글"].map(hashOf));
  expect(results).toEqual([expect.any(String), null, expect.any(String)]);
  expect(performance.now() - started).toBeGreaterThan(200);
});

test("keeps the process responsive while a text hangs the worker", async () => {
  const hanging = hashOf("[[hang]]");
  let ticks = 0;
  const clock = setInterval(() => (ticks += 1), 10);
  expect(await hanging).toBeNull();
  clearInterval(clock);
  expect(ticks).toBeGreaterThan(5);
});

test("gives up a text that makes the patterns throw", async () => {
  const { lines } = captureLog();
  expect(await Promise.all(["[[throw]]", "뒤 글"].map(hashOf))).toEqual([null, expect.any(String)]);
  expect(lines).toEqual(["patterns failed over a text: cause=RangeError"]);
});

test("loses only the worker to a text that uses up all memory", async () => {
  expect(await Promise.all(["[[fill]]", "뒤 글"].map(hashOf))).toEqual([null, expect.any(String)]);
});
