import "server-only";

import { setTimeout as sleep } from "node:timers/promises";

/** An unreachable database must not keep a server from ending. */
const patienceMs = 2_000;

/**
 * Runs `work` before `process.exit`. On SIGTERM Next waits for its requests and their `after()` tasks and then calls
 * `process.exit`. It has no hook for work after these.
 */
export function beforeExit(work: () => Promise<unknown>): void {
  const exit = process.exit;
  process.exit = ((code) => {
    process.exit = exit;
    const done = work().catch(() => undefined);
    void Promise.race([done, sleep(patienceMs)]).then(() => exit(code));
  }) as typeof process.exit;
}
