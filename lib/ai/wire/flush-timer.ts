/**
 * One timer shared by all running replies: every waiting callback is called in the same tick, `ms` after the first of them
 * asked. A timer for each reply would wake the process for a moment's work, which costs several times as much when its
 * code is no longer in the CPU's caches (docs/decisions/0004).
 */
export class FlushTimer {
  readonly #ms: number;
  #waiting = new Set<() => void>();

  constructor(ms: number) {
    this.#ms = ms;
  }

  /** Calls `callback` once, at the next flush. */
  wait(callback: () => void): void {
    if (this.#waiting.size === 0) setTimeout(() => this.#flush(), this.#ms);
    this.#waiting.add(callback);
  }

  leave(callback: () => void): void {
    this.#waiting.delete(callback);
  }

  #flush(): void {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const callback of waiting) callback();
  }
}
