import type { DecideState, DecisionKind, SentDecision } from "@/lib/review/decision/schema";
import type { Sending } from "./decision-api";

/** A decision made on this page. */
export type TakenDecision = SentDecision & {
  actId: string;
  revisionId: string;
  kind: DecisionKind;
  /** The beginning of the text. */
  text: string;
};

type QueueState = {
  /** Without an answer; the first one is being sent. */
  waiting: TakenDecision[];
  /** Done. Pages rendered at `at` or later show it; milliseconds of the epoch. */
  done: { decision: TakenDecision; at: number }[];
  /** UNREACHABLE: retried automatically. SIGNED_OUT: retried by `resume`; also set when nothing is unsent. */
  problem: "UNREACHABLE" | "SIGNED_OUT" | null;
};

export const nothingTaken: QueueState = { waiting: [], done: [], problem: null };

const firstPauseMs = 1_000;
const longestPauseMs = 15_000;
/** After this many failures of the server a decision is returned, so that it does not block the others. */
const maxFailures = 3;

type Send = (decision: SentDecision) => Promise<Sending>;

type Listener = {
  /** The server refused it: nothing was written. */
  refuse: (decision: TakenDecision, state: DecideState) => void;
  /** The sender is not a moderator any more. */
  gone: () => void;
};

/**
 * Sends decisions one at a time in their order, because undo goes backwards through them. Continues after the moderator has
 * left the page. Returns refused decisions; keeps and retries unsent ones.
 */
export class DecisionQueue {
  state = nothingTaken;
  readonly #send: Send;
  #listener: Listener | null = null;
  readonly #subscribers = new Set<() => void>();
  #idle: { promise: Promise<void>; resolve: () => void } | null = null;
  #pause: { timer: ReturnType<typeof setTimeout>; end: () => void } | null = null;
  #isSending = false;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Replaces the previous listener. */
  listen(listener: Listener): void {
    this.#listener = listener;
  }

  readonly subscribe = (subscriber: () => void): (() => void) => {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  };

  get isIdle(): boolean {
    return this.state.waiting.length === 0;
  }

  /** Resolves when every decision has an answer. */
  idle(): Promise<void> {
    if (this.isIdle) return Promise.resolve();
    this.#idle ??= Promise.withResolvers<void>();
    return this.#idle.promise;
  }

  take(decision: TakenDecision): void {
    this.#set({ waiting: [...this.state.waiting, decision] });
    void this.#sendAll();
  }

  /** Adds decisions of an earlier page. The server ignores repeated ones. */
  restore(decisions: TakenDecision[]): void {
    const known = new Set(this.state.waiting.map(({ actId }) => actId));
    const restored = decisions.filter(({ actId }) => !known.has(actId));
    if (restored.length === 0) return;
    this.#set({ waiting: [...this.state.waiting, ...restored] });
    void this.#sendAll();
  }

  noteSignedOut(): void {
    this.#set({ problem: "SIGNED_OUT" });
  }

  /** Retries at once. */
  resume(): void {
    if (this.isIdle) this.#set({ problem: null });
    this.#pause?.end();
    void this.#sendAll();
  }

  /** For a closing page: sends everything at once. The server ignores repeated decisions. */
  flush(): void {
    for (const { fields } of this.state.waiting) void this.#send({ fields });
  }

  /** Forgets decisions that a page rendered at that time already shows. */
  forgetBefore(asOf: number): void {
    const done = this.state.done.filter(({ at }) => at > asOf);
    if (done.length < this.state.done.length) this.#set({ done });
  }

  async #sendAll(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    let pauseMs = firstPauseMs;
    let failures = 0;
    for (let first = this.state.waiting[0]; first; first = this.state.waiting[0]) {
      const { fields, shows } = first;
      const sending = await this.#send({ fields, ...(shows !== undefined && { shows }) });
      if (sending === "FAILED") failures += 1;
      if (sending === "UNREACHABLE" || (sending === "FAILED" && failures < maxFailures)) {
        this.#set({ problem: "UNREACHABLE" });
        await this.#wait(pauseMs);
        pauseMs = Math.min(2 * pauseMs, longestPauseMs);
        continue;
      }
      if (sending === "SIGNED_OUT") {
        this.#set({ problem: sending });
        break;
      }
      pauseMs = firstPauseMs;
      failures = 0;
      this.#answer(first, sending === "FAILED" ? { state: {}, at: 0 } : sending);
    }
    this.#isSending = false;
    if (!this.isIdle) return;
    this.#idle?.resolve();
    this.#idle = null;
  }

  #answer(decision: TakenDecision, sending: Exclude<Sending, "UNREACHABLE" | "FAILED" | "SIGNED_OUT">): void {
    if (sending === "GONE") {
      this.#set({ waiting: [], problem: null });
      this.#listener?.gone();
      return;
    }
    const { state, at } = sending;
    const waiting = this.state.waiting.slice(1);
    if (!state.done) {
      this.#set({ waiting, problem: null });
      this.#listener?.refuse(decision, state);
      return;
    }
    this.#set({ waiting, done: [...this.state.done, { decision, at }], problem: null });
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#pause = null;
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#pause = { timer, end };
    });
  }

  #set(more: Partial<QueueState>): void {
    this.state = { ...this.state, ...more };
    for (const subscriber of this.#subscribers) subscriber();
  }
}
