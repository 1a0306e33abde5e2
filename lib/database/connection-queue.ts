/** A younger queue is normal on a busy evening, and its pace is not meaningful yet. */
const youngMs = 2_000;
const windowMs = 1_000;

type Ticket = { since: number };

export class ConnectionQueue {
  readonly #waiting = new Set<Ticket>();
  #windowStart = performance.now();
  #served = 0;
  #servedBefore = 0;

  join(): Ticket {
    const ticket = { since: performance.now() };
    this.#waiting.add(ticket);
    return ticket;
  }

  leave(ticket: Ticket): number {
    this.#waiting.delete(ticket);
    return performance.now() - ticket.since;
  }

  countServed(): void {
    this.#turnWindow();
    this.#served += 1;
  }

  /**
   * Milliseconds that a new ticket would wait, at the pace of the last one to two seconds. Infinite when nothing was
   * served; 0 while the oldest ticket is younger than `youngMs`.
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
