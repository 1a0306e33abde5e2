/** Shorter than this, a queue is the one of a busy evening, and its pace says nothing yet. */
const youngMs = 2_000;
const windowMs = 1_000;

type Ticket = { since: number };

/** Those who wait for a connection, and how fast they get one. */
export class ConnectionQueue {
  /** The first first. */
  readonly #waiting = new Set<Ticket>();
  #windowStart = performance.now();
  #served = 0;
  #servedBefore = 0;

  join(): Ticket {
    const ticket = { since: performance.now() };
    this.#waiting.add(ticket);
    return ticket;
  }

  /** @returns how long it waited, in milliseconds. */
  leave(ticket: Ticket): number {
    this.#waiting.delete(ticket);
    return performance.now() - ticket.since;
  }

  /** Counts a connection that was handed out. */
  countServed(): void {
    this.#turnWindow();
    this.#served += 1;
  }

  /**
   * How long who joins now has to wait, in milliseconds, at the pace of the last one to two seconds. Infinite when nobody was
   * served; 0 while the queue is young.
   */
  get expectedWaitMs(): number {
    const [first] = this.#waiting;
    if (first === undefined || performance.now() - first.since <= youngMs) return 0;
    this.#turnWindow();
    const perMs = (this.#servedBefore + this.#served) / (windowMs + performance.now() - this.#windowStart);
    return this.#waiting.size / perMs;
  }

  #turnWindow(): void {
    const windows = Math.floor((performance.now() - this.#windowStart) / windowMs);
    if (windows === 0) return;
    this.#servedBefore = windows === 1 ? this.#served : 0;
    this.#served = 0;
    this.#windowStart += windows * windowMs;
  }
}
