/**
 * One timer for all running replies: all waiting callbacks run in the same tick, `ms` after the first of them
 * registered. One timer per reply would wake the process for very little work, which costs several times as
 * much when its code has left the CPU's caches (docs/decisions/0004).
 */
export class FlushTimer {
  readonly #ms: number;
  #waiting = new Set<() => void>();

  constructor(ms: number) {
    this.#ms = ms;
  }

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
