const firstDelayMs = 250;
const longestDelayMs = 5_000;
const withinMs = 60_000;
const maxDeaths = 5;

/** Delays for restarting a server process: longer after each death, none after the fifth within a minute. */
export class RestartLimit {
  #deaths: number[] = [];

  nextDelayMs(now: number): number | null {
    this.#deaths = [...this.#deaths.filter((at) => now - at < withinMs), now];
    if (this.#deaths.length >= maxDeaths) return null;
    return Math.min(longestDelayMs, firstDelayMs * 2 ** (this.#deaths.length - 1));
  }
}
