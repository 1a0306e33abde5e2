const firstDelayMs = 250;
const longestDelayMs = 5_000;
const withinMs = 60_000;
const maxDeaths = 5;

/** When to start a server process again that died: later each time, and not after the fifth death within a minute. */
export class RestartLimit {
  #deaths: number[] = [];

  /** A process died at `now`, in milliseconds. @returns how long to wait, or null to give up. */
  nextDelayMs(now: number): number | null {
    this.#deaths = [...this.#deaths.filter((at) => now - at < withinMs), now];
    if (this.#deaths.length >= maxDeaths) return null;
    return Math.min(longestDelayMs, firstDelayMs * 2 ** (this.#deaths.length - 1));
  }
}
