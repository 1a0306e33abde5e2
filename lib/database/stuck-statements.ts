import { DatabaseBusyError } from "./busy-error.ts";

const triesAtATime = 2;
const forgottenAfterMs = 60_000;

/** PostgreSQL's codes: lock timeout; statement timeout. */
const limitReached = new Set(["55P03", "57014"]);

/** Transactions must be able to begin and end, however slow that is. */
const isTransactionControl = /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET)\b/i;

type Stuck = { running: number; since: number };

/**
 * Statements that ran into a limit, until one succeeds. Otherwise statements on one locked table would repeatedly
 * hold every connection until the lock limit, and block all other work.
 */
export class StuckStatements {
  readonly #stuck = new Map<string, Stuck>();

  async run<T>(text: string, execute: () => Promise<T>): Promise<T> {
    const stuck = this.#stuck.size > 0 ? this.#stuck.get(text) : undefined;
    if (stuck && stuck.running >= triesAtATime) throw new DatabaseBusyError("the statement is stuck");
    if (stuck) stuck.running += 1;
    try {
      const result = await execute();
      if (this.#stuck.size > 0) this.#stuck.delete(text);
      return result;
    } catch (error) {
      if (limitReached.has(String((error as { code?: unknown }).code))) this.#remember(text);
      throw error;
    } finally {
      if (stuck) stuck.running -= 1;
    }
  }

  #remember(text: string): void {
    if (isTransactionControl.test(text)) return;
    const since = Date.now();
    for (const [other, stuck] of this.#stuck)
      if (since - stuck.since > forgottenAfterMs) this.#stuck.delete(other);
    const stuck = this.#stuck.get(text);
    if (stuck) stuck.since = since;
    else this.#stuck.set(text, { running: 0, since });
  }
}
