import type pg from "pg";

import type { BoundedPool } from "./bounded-pool.ts";

/** Health checks are answered within a second, whatever the database does. */
const patienceMs = 900;

/** What the database answered so long ago still counts for a page. */
const freshMs = 1_000;

/** Whether PostgreSQL can be reached: asked on a connection that nothing else may use. */
export class Reachability {
  readonly #reserved: pg.Pool;
  readonly #pool: BoundedPool;
  #asking: Promise<boolean> | undefined;
  #failedAt = -Infinity;

  constructor(reserved: pg.Pool, pool: BoundedPool) {
    this.#reserved = reserved;
    this.#pool = pool;
  }

  /** Asks, and takes no answer within a second for a no. */
  async ask(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, patienceMs, false)));
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    const isReachable = await Promise.race([this.#asking, late]);
    clearTimeout(timer);
    if (!isReachable) this.#failedAt = performance.now();
    return isReachable;
  }

  /** Whether a page may be begun: asks only when neither a yes nor a no is fresh. */
  async isLikely(): Promise<boolean> {
    if (this.#pool.isOverloaded || performance.now() - this.#failedAt < freshMs) return false;
    return this.#pool.answeredMsAgo < freshMs || this.ask();
  }

  async #ask(): Promise<boolean> {
    try {
      await this.#reserved.query("SELECT 1");
      // Through a pooler they have different addresses, and the pool learns only by trying that it is back.
      if (this.#pool.isLost) await this.#pool.query("SELECT 1");
      return true;
    } catch {
      return false;
    }
  }
}
