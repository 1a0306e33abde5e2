import "server-only";

import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";

import { backgroundLog } from "../../log/log.ts";
import { processWide } from "../../process-wide.ts";
import type { Answer, Tasks } from "./tasks.ts";
import { workerPath } from "./worker-path.ts";

/** CPU time per task. Not wall time, so that a busy machine does not cause ordinary texts to be held. */
const deadlineMs = 200;
/** Wall time per task, in case the worker gets no CPU. */
const longestMs = 5000;
/** A text of 2,000 characters needs less than 1 MB. */
const maxHeapMb = 256;

/** One worker per process: a task takes about 1 ms, and a hanging one delays the others by 200 ms. */
export const patternWorker = processWide("pattern-worker", () => ({
  path: workerPath,
  running: undefined as Promise<Running> | undefined,
  last: Promise.resolve() as Promise<unknown>,
}));

type Running = { worker: Worker; cpuMs: number };

/**
 * Runs a task in the pattern worker, one at a time in call order.
 * @returns null when the worker exceeded its deadline or failed; the next task gets a new worker
 */
export function runTask<Name extends keyof Tasks>(
  name: Name,
  ...args: Parameters<Tasks[Name]>
): Promise<ReturnType<Tasks[Name]> | null> {
  const task = patternWorker.last.then(() => runAlone({ name, args }));
  patternWorker.last = task.catch(() => undefined);
  return task as Promise<ReturnType<Tasks[Name]> | null>;
}

async function runAlone(task: { name: keyof Tasks; args: unknown[] }): Promise<unknown> {
  const running = await (patternWorker.running ??= start());
  const { worker } = running;
  const stop = new AbortController();
  worker.ref();
  try {
    const answer = nextAnswer(worker);
    worker.postMessage(task);
    const first = await Promise.race([answer, deadline(running, stop.signal)]);
    if ("error" in first) backgroundLog.warn("patterns failed over a text", { cause: first.error });
    if (!("cpuMs" in first)) await discard(worker);
    else running.cpuMs = first.cpuMs;
    return "result" in first ? first.result : null;
  } finally {
    stop.abort();
    worker.unref();
  }
}

async function start(): Promise<Running> {
  const worker = new Worker(patternWorker.path, { resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } });
  // An idle worker may die too. Without a listener its error would end the process.
  worker.on("error", () => void discard(worker));
  const ready = await nextAnswer(worker);
  if (!("cpuMs" in ready)) {
    await discard(worker);
    throw new Error("the pattern worker does not start", { cause: ready.cause });
  }
  return { worker, cpuMs: ready.cpuMs };
}

type Failure = { error: string; cause?: unknown };

function nextAnswer(worker: Worker): Promise<Answer | Failure> {
  const { promise, resolve } = Promise.withResolvers<Answer | Failure>();
  const onError = (cause: unknown) => resolve({ error: "WORKER_FAILED", cause });
  const onExit = () => resolve({ error: "WORKER_EXITED" });
  worker.once("message", resolve).once("error", onError).once("exit", onExit);
  return promise.finally(() => worker.off("message", resolve).off("error", onError).off("exit", onExit));
}

async function deadline({ worker, cpuMs }: Running, signal: AbortSignal): Promise<Failure> {
  const started = performance.now();
  for (let leftMs = deadlineMs; leftMs > 0;) {
    await wait(Math.ceil(leftMs), undefined, { signal });
    // Reads messages that arrived in time before the timer decides.
    await new Promise(setImmediate);
    const { user, system } = await worker.cpuUsage();
    leftMs = deadlineMs - ((user + system) / 1000 - cpuMs);
    if (performance.now() - started > longestMs) break;
  }
  return { error: "DEADLINE" };
}

async function discard(worker: Worker): Promise<void> {
  patternWorker.running = undefined;
  await worker.terminate();
}
