/**
 * One timer for all who gather something: everyone who waits is called in the same moment, `ms` after the first of them
 * began to. Each with a timer of its own would wake the process by itself, for a moment's work that takes several times
 * as long when its code is not in the CPU's caches (docs/decisions/0004).
 */
export class Beat {
  readonly #ms: number;
  #waiting = new Set<() => void>();
  #isComing = false;

  constructor(ms: number) {
    this.#ms = ms;
  }

  /** Calls `callback` once, at the next beat. */
  wait(callback: () => void): void {
    this.#waiting.add(callback);
    if (this.#isComing) return;
    this.#isComing = true;
    setTimeout(() => this.#strike(), this.#ms);
  }

  leave(callback: () => void): void {
    this.#waiting.delete(callback);
  }

  #strike(): void {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    this.#isComing = false;
    for (const callback of waiting) callback();
  }
}
