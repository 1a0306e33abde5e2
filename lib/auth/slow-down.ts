import "server-only";

import { setTimeout as sleep } from "node:timers/promises";
import { processWide } from "../process-wide.ts";

const longestMs = 10_000;
const stepMs = 500;

const maxWaiting = 10;

const waiting = processWide("slowed-sign-ins", () => new Map<string, number>());

/** The first `free` attempts of an hour are not delayed. */
export const slowDownMs = (attempts: number, free: number) =>
  Math.min(longestMs, Math.max(0, attempts - free) * stepMs);

/**
 * Waits for `ms` without holding a connection.
 * @param queue attempts with the same key count together
 * @returns false, at once, when too many attempts of the queue are waiting
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
