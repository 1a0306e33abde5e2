// Runs every pattern over texts that make it backtrack, and reports the current one: only another thread can name and
// stop a pattern that hangs.
import { parentPort, workerData } from "node:worker_threads";

import { allPatterns } from "../../lib/moderation/patterns/all-patterns.ts";
import { pumpsOf } from "./hostile-texts.ts";

const { chars, textsPerPattern } = workerData as { chars: number; textsPerPattern: number };

export type Progress = { pattern: string; ms: number; text: string } | { begins: string } | "DONE";
const report = (progress: Progress) => parentPort?.postMessage(progress);

for (const [at, { source, flags }] of allPatterns.entries()) {
  const pattern = new RegExp(source, flags.includes("g") ? flags : `${flags}g`);
  report({ begins: source });
  let slowest = { pattern: source, ms: 0, text: "" };
  for (const text of pumpsOf(at, chars, textsPerPattern)) {
    // The shorter of two runs: load on the machine rarely delays both.
    const ms = Math.min(timeOf(pattern, text), timeOf(pattern, text));
    if (ms > slowest.ms) slowest = { pattern: source, ms, text };
  }
  report(slowest);
}
report("DONE");

function timeOf(pattern: RegExp, text: string): number {
  const started = performance.now();
  for (const _ of text.matchAll(pattern));
  return performance.now() - started;
}
