import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";

/** So much reading in one go is felt by nobody. */
const freeMs = 1;
/** So often it is asked whether others are still busy, and for so long at most. */
const lookMs = 2;
const patienceMs = 30;

/**
 * For work of many small pieces that nobody waits for, in a process whose requests somebody does wait for. Called before
 * each piece, it lets whatever is being answered go first: a request comes back to the event loop a dozen times, and would
 * find a piece in its way each time.
 */
export function givingWay(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < freeMs) return;
    for (let waited = 0; waited < patienceMs; waited += lookMs) {
      const before = performance.eventLoopUtilization();
      await wait(lookMs);
      if (performance.eventLoopUtilization(before).utilization < 0.5) break;
    }
    since = performance.now();
  };
}
