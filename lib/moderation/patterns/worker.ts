import { parentPort } from "node:worker_threads";

import { type Answer, type Tasks, tasks } from "./tasks.ts";

function answerTo({ name, args }: { name: keyof Tasks; args: unknown[] }): Answer {
  const run = tasks[name] as (...args: unknown[]) => unknown;
  try {
    return { result: run(...args), cpuMs: cpuMs() };
  } catch (error) {
    return { error: error instanceof Error ? error.name : "UNKNOWN", cpuMs: cpuMs() };
  }
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

parentPort?.on("message", (task: Parameters<typeof answerTo>[0]) => parentPort?.postMessage(answerTo(task)));
parentPort?.postMessage({ result: "READY", cpuMs: cpuMs() } satisfies Answer);
