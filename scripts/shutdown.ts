import { onNpmGone } from "./npm-parents.ts";
import { complain, say } from "./say.ts";

type Part = {
  stop(): Promise<void>;
  /** Ends it without waiting, when a person has asked twice. */
  kill?(): void;
};

const afterFailureMs = 10_000;
const explainAfterMs = 1_500;
/** One Ctrl-C may come twice: from the terminal, and from npm, which passes it on where its shell makes room for us. */
const sameAskingMs = 500;

/** Stops what was started, the last first, once: at a signal, or when something failed. */
export class Shutdown {
  readonly #parts: Part[] = [];
  #hasBegun = false;
  #askedAt = -Infinity;

  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  add(part: Part) {
    this.#parts.push(part);
  }

  remove(part: Part) {
    const at = this.#parts.indexOf(part);
    if (at >= 0) this.#parts.splice(at, 1);
  }

  onSignals() {
    // The terminal closing is a SIGHUP.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => this.#asked());
    onNpmGone(() => this.#hasBegun || this.#asked());
  }

  fail(message: string) {
    if (this.#hasBegun) return;
    complain(message);
    // What failed may be what the others wait for.
    setTimeout(() => this.#kill(), afterFailureMs).unref();
    void this.#stopAll(1);
  }

  #asked() {
    if (this.#hasBegun) {
      if (performance.now() - this.#askedAt > sameAskingMs) this.#kill();
      return;
    }
    this.#askedAt = performance.now();
    say("Stopping …");
    const explain = () =>
      say("Replies being written are finished first. Ctrl-C again does not wait for them.");
    setTimeout(explain, explainAfterMs).unref();
    void this.#stopAll(0);
  }

  #kill() {
    for (const part of this.#parts) part.kill?.();
  }

  async #stopAll(exitCode: number) {
    this.#hasBegun = true;
    for (const part of this.#parts.toReversed()) {
      await part.stop().catch((error: unknown) => complain(`Stopping: ${(error as Error).message}`));
    }
    process.exit(exitCode);
  }
}
