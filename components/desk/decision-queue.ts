import type { DecideState, DecisionKind, SentDecision } from "@/lib/review/decision/schema";
import type { Sending } from "./decision-api";

/** A decision that this page has taken. */
export type TakenDecision = SentDecision & {
  actId: string;
  revisionId: string;
  kind: DecisionKind;
  /** How the text begins. */
  text: string;
};

type QueueState = {
  /** Not answered yet, the first of them is being sent. */
  waiting: TakenDecision[];
  /** Done. Pages made at `at` or later show it; milliseconds of the epoch. */
  done: { decision: TakenDecision; at: number }[];
  /** UNREACHABLE: tried again by itself. SIGNED_OUT: tried again by `resume`; also where nothing is to be sent. */
  problem: "UNREACHABLE" | "SIGNED_OUT" | null;
};

export const nothingTaken: QueueState = { waiting: [], done: [], problem: null };

const firstPauseMs = 1_000;
const longestPauseMs = 15_000;
/** A decision that the server fails at so often is given back: it must not keep the others from being sent. */
const maxFailures = 3;

type Send = (decision: SentDecision) => Promise<Sending>;

/** What is done with an answer. */
type Listener = {
  /** The server refuses it: nothing was done. */
  refuse: (decision: TakenDecision, state: DecideState) => void;
  /** The sender is no moderator any more. */
  gone: () => void;
};

/**
 * Sends decisions in the order in which they were taken, one at a time: undoing goes backwards through them. It goes on when
 * nobody looks at it any more. What the server refuses is handed back; what cannot be sent is kept and tried again.
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

  /** Replaces the listener before. */
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

  /** Resolves when everything that was taken is answered. */
  idle(): Promise<void> {
    if (this.isIdle) return Promise.resolve();
    this.#idle ??= Promise.withResolvers<void>();
    return this.#idle.promise;
  }

  take(decision: TakenDecision): void {
    this.#set({ waiting: [...this.state.waiting, decision] });
    void this.#sendAll();
  }

  /** Decisions of a page that has gone. What has arrived before is done once. */
  restore(decisions: TakenDecision[]): void {
    const known = new Set(this.state.waiting.map(({ actId }) => actId));
    const restored = decisions.filter(({ actId }) => !known.has(actId));
    if (restored.length === 0) return;
    this.#set({ waiting: [...this.state.waiting, ...restored] });
    void this.#sendAll();
  }

  /** Somebody has noticed that this browser is signed out. */
  noteSignedOut(): void {
    this.#set({ problem: "SIGNED_OUT" });
  }

  /** Tries at once: the moderator has signed in again, or does not want to wait. */
  resume(): void {
    if (this.isIdle) this.#set({ problem: null });
    this.#pause?.end();
    void this.#sendAll();
  }

  /** The page is about to close: everything is sent at once. What arrives twice is done once. */
  flush(): void {
    for (const { fields } of this.state.waiting) void this.#send({ fields });
  }

  /** Forgets what a page made at that moment shows itself. */
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
