import { onNpmGone } from "./npm-parents.ts";
import { complain, say } from "./say.ts";

type Part = {
  stop(): Promise<void>;
  kill?(): void;
};

const afterFailureMs = 10_000;
const explainAfterMs = 1_500;
/** One Ctrl-C may arrive twice: from the terminal, and from npm, which forwards it when its shell execs. */
const sameAskingMs = 500;

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
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => this.#asked());
    onNpmGone(() => this.#hasBegun || this.#asked());
  }

  fail(message: string) {
    if (this.#hasBegun) return;
    complain(message);
    // Other parts may wait for the failed one.
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
