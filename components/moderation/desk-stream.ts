import type { Looker } from "@/lib/review/desk/presence";
import type { QueueChange } from "@/lib/review/desk/queue-changes";

/** A tab out of sight gives its connection back: a browser has six for all tabs together (HTTP/1.1). */
const hiddenMs = 5_000;
/** The server pings every five seconds: a line silent for longer is dead, even if nobody has said so. */
const silenceMs = 20_000;
const backoffMs = [2_000, 5_000, 15_000, 60_000];

type Counts = Record<string, { count: number }>;

/** What this tab was told since its page was made, and who looks at what. */
export type DeskState = {
  counts: Counts | null;
  lookers: Looker[];
  changes: (QueueChange & { at: number })[];
};

export const nothingTold: DeskState = { counts: null, lookers: [], changes: [] };

/** A tab's line to the queue: what others open, decide and look at. */
export class DeskStream {
  state = nothingTold;
  readonly #onStale: () => void;
  readonly #subscribers = new Set<() => void>();
  #source: EventSource | undefined;
  #hasHeard = false;
  #failures = 0;
  #hidden: Timer;
  #silence: Timer;
  #retry: Timer;

  /** `onStale`: something may have been missed, or the reader is no moderator any more; the page is to be asked for again. */
  constructor(onStale: () => void) {
    this.#onStale = onStale;
  }

  readonly subscribe = (subscriber: () => void): (() => void) => {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  };

  /** Forgets what the page of that moment shows itself. */
  forgetBefore(at: number): void {
    const changes = this.state.changes.filter((change) => change.at >= at);
    if (changes.length < this.state.changes.length) this.#set({ changes });
  }

  /** Keeps the line open while the tab is seen. @returns what ends that. */
  run(): () => void {
    const listening = new AbortController();
    const on = { signal: listening.signal };
    const look = () => {
      clearTimeout(this.#hidden);
      if (document.visibilityState === "visible") this.#open();
      else this.#hidden = setTimeout(() => this.#close(), hiddenMs);
    };
    document.addEventListener("visibilitychange", look, on);
    window.addEventListener("online", () => this.#reopen(), on);
    window.addEventListener("pagehide", () => this.#close(), on);
    window.addEventListener("pageshow", ({ persisted }) => persisted && look(), on);
    look();
    return () => {
      listening.abort();
      clearTimeout(this.#hidden);
      this.#close();
    };
  }

  #set(more: Partial<DeskState>): void {
    this.state = { ...this.state, ...more };
    for (const subscriber of this.#subscribers) subscriber();
  }

  #open(): void {
    if (this.#source) return;
    clearTimeout(this.#retry);
    const source = new EventSource("/api/admin/moderation/stream");
    this.#source = source;
    this.#listen();
    source.addEventListener("ping", () => this.#listen());
    source.addEventListener("state", ({ data }) => {
      this.#failures = 0;
      this.#listen();
      this.#set(JSON.parse(data as string) as Pick<DeskState, "counts" | "lookers">);
      // Not the first word: what was said in between is lost.
      if (this.#hasHeard) this.#onStale();
      this.#hasHeard = true;
    });
    source.addEventListener("lookers", ({ data }) =>
      this.#set({ lookers: JSON.parse(data as string) as Looker[] }),
    );
    source.addEventListener("changed", ({ data }) => {
      type Changed = { at: number; changes: QueueChange[]; counts: Counts };
      const { at, changes, counts } = JSON.parse(data as string) as Changed;
      const told = new Set(changes.map(({ revisionId }) => revisionId));
      const others = this.state.changes.filter(({ revisionId }) => !told.has(revisionId));
      this.#set({ counts, changes: [...others, ...changes.map((change) => ({ ...change, at }))] });
    });
    source.addEventListener("gone", () => {
      this.#close();
      this.#onStale();
    });
    source.addEventListener("full", () => this.#close());
    source.addEventListener("error", () => {
      // After a cut the browser connects again by itself.
      if (source.readyState !== EventSource.CLOSED || this.#source !== source) return;
      this.#close();
      this.#onStale();
      const delayMs = backoffMs[Math.min(this.#failures, backoffMs.length - 1)]!;
      this.#failures += 1;
      this.#retry = setTimeout(() => this.#reopen(), delayMs * (0.75 + Math.random() / 2));
    });
  }

  #close(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = undefined;
  }

  #reopen(): void {
    this.#close();
    if (document.visibilityState === "visible") this.#open();
  }

  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#reopen(), silenceMs);
  }
}

type Timer = ReturnType<typeof setTimeout> | undefined;
