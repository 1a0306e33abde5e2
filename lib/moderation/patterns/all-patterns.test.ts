import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";

import type { Progress } from "../../../test/moderation/pump-worker.ts";
import { projectPath } from "../../../scripts/project.ts";
import { allPatterns } from "./all-patterns.ts";
import { requiredWords } from "./required-words.ts";

/** On an idle machine each needs at most 15 ms. */
const maxMs = 100;
/** Per pattern, for all its texts. */
const patienceMs = 5000;

test("no pattern backtracks for long over 2,000 characters made from its own source", async () => {
  const slow: Progress[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const worker = new Worker(projectPath("test/moderation/pump-worker.ts"), {
    workerData: { chars: 2000, textsPerPattern: 30 },
  });
  let patience: NodeJS.Timeout | undefined;
  worker.on("message", (progress: Progress) => {
    clearTimeout(patience);
    if (progress === "DONE") return resolve();
    if ("ms" in progress && progress.ms > maxMs) slow.push(progress);
    patience = setTimeout(() => {
      slow.push(progress); // the one that hangs
      resolve();
    }, patienceMs);
  });
  worker.on("error", (error) => {
    slow.push({ pattern: error.message, ms: NaN, text: "" });
    resolve();
  });
  await promise;
  await worker.terminate();
  expect(slow).toEqual([]);
}, 60_000);

test("no pattern repeats an alternation without a limit", () => {
  const endless = allPatterns.filter(({ source }) => /(?<!\\)\)(?:[*+]|\{\d+,\})/.test(source));
  expect(endless).toEqual([]);
});

test("nearly every order pattern requires words of two or more letters", () => {
  const orders = allPatterns.filter(({ global }) => !global);
  const needy = orders.filter((pattern) =>
    requiredWords(pattern).some((words) => words.every((word) => word.length > 1)),
  );
  expect(needy.length).toBeGreaterThan(orders.length * 0.9);
});
