import type pg from "pg";

import type { BoundedPool } from "./bounded-pool.ts";

const patienceMs = 900;

/** An answer of the database of this age still counts for a page. */
const freshMs = 1_000;

export class Reachability {
  readonly #reserved: pg.Pool;
  readonly #pool: BoundedPool;
  #asking: Promise<boolean> | undefined;
  #failedAt = -Infinity;

  constructor(reserved: pg.Pool, pool: BoundedPool) {
    this.#reserved = reserved;
    this.#pool = pool;
  }

  async ask(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, patienceMs, false)));
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    const isReachable = await Promise.race([this.#asking, late]);
    clearTimeout(timer);
    if (!isReachable) this.#failedAt = performance.now();
    return isReachable;
  }

  async isLikely(): Promise<boolean> {
    if (this.#pool.isOverloaded || performance.now() - this.#failedAt < freshMs) return false;
    return this.#pool.answeredMsAgo < freshMs || this.ask();
  }

  async #ask(): Promise<boolean> {
    try {
      await this.#reserved.query("SELECT 1");
      // Through a pooler the two have different addresses, and only an attempt shows the pool that its database works
      // again.
      if (this.#pool.isLost) await this.#pool.query("SELECT 1");
      return true;
    } catch {
      return false;
    }
  }
}
