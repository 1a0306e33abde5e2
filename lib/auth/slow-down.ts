import "server-only";

import { setTimeout as sleep } from "node:timers/promises";
import { processWide } from "../process-wide.ts";

const longestMs = 10_000;
const stepMs = 500;

/** Attempts from one network at one account that wait at one time, in this process. */
const maxWaiting = 10;

const waiting = processWide("slowed-sign-ins", () => new Map<string, number>());

/** How long an attempt at an account waits, when so many were made in the last hour and `free` are made at once. */
export const slowDownMs = (attempts: number, free: number) =>
  Math.min(longestMs, Math.max(0, attempts - free) * stepMs);

/**
 * Waits for `ms`; holds no connection meanwhile.
 * @param queue whose attempts wait together.
 * @returns false, at once, when too many of that queue wait already.
 */
export async function waitInQueue(queue: string, ms: number): Promise<boolean> {
  if (ms === 0) return true;
  const ahead = waiting.get(queue) ?? 0;
  if (ahead >= maxWaiting) return false;
  waiting.set(queue, ahead + 1);
  await sleep(ms);
  const left = waiting.get(queue)! - 1;
  if (left === 0) waiting.delete(queue);
  else waiting.set(queue, left);
  return true;
}
