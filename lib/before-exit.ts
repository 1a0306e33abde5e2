import "server-only";

import { setTimeout as sleep } from "node:timers/promises";

/** A database that is away must not keep a server from ending. */
const patienceMs = 2_000;

/**
 * Runs `work` when this process ends itself, and lets it end afterwards. On SIGTERM Next waits for its requests and their
 * `after()` tasks and then calls `process.exit`; it has no hook for what comes last.
 */
export function beforeExit(work: () => Promise<unknown>): void {
  const exit = process.exit;
  process.exit = ((code) => {
    process.exit = exit;
    const done = work().catch(() => undefined);
    void Promise.race([done, sleep(patienceMs)]).then(() => exit(code));
  }) as typeof process.exit;
}
