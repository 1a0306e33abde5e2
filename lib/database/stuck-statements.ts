import { DatabaseBusyError } from "./busy-error.ts";

/** As many of one statement may try while it is stuck. */
const triesAtATime = 2;
/** Nobody has tried it for so long: it counts as new. */
const forgottenAfterMs = 60_000;

/** PostgreSQL's codes: a lock was not free in time; a statement took too long. */
const limitReached = new Set(["55P03", "57014"]);

/** Whatever is slow about these, the transactions that they begin and end are not to be refused. */
const isTransactionControl = /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET)\b/i;

type Stuck = { running: number; since: number };

/**
 * The statements that ran into a limit, until one of them gets through. Without this, statements on one locked table would
 * hold every connection for as long as the lock limit lasts, over and over, and nothing else would be answered.
 */
export class StuckStatements {
  readonly #stuck = new Map<string, Stuck>();

  /** @throws {DatabaseBusyError} when enough of the same statement are trying already. */
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
