import type { NoticeState } from "@/lib/notice/schema";

/** A tab out of sight gives its connection back: a browser has six for all tabs together (HTTP/1.1). */
const hiddenMs = 5_000;
/** The server pings every 20 seconds: a line silent for longer is dead, even if nobody has said so. */
const silenceMs = 50_000;
/** Where the server refuses, which ends an EventSource for good: it is asked again, ever more rarely. */
const backoffMs = [2_000, 5_000, 15_000, 60_000, 300_000];
/** A notice this young may be younger than the page that appears. */
const justNowMs = 60_000;

/**
 * One tab's line to what a member is told. Every message is the whole state, so a line that was closed, cut or
 * missed something is right again with the first word it hears.
 */
export class NoticeStream {
  state: NoticeState;
  readonly memberId: string;
  readonly initial: NoticeState;
  readonly #subscribers = new Set<() => void>();
  readonly #listeners = new Set<() => void>();
  #latestAt: number;
  #source: EventSource | undefined;
  #failures = 0;
  #hidden: Timer;
  #silence: Timer;
  #retry: Timer;

  constructor(memberId: string, initial: NoticeState) {
    this.memberId = memberId;
    this.initial = this.state = initial;
    this.#latestAt = bornAt(initial);
  }

  readonly subscribe = (subscriber: () => void): (() => void) => {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  };

  onNotice(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (Date.now() - this.#latestAt < justNowMs) listener();
    return () => this.#listeners.delete(listener);
  }

  /** Takes what the server says, from the line or as the answer to something this tab did. */
  take(state: NoticeState): void {
    const { unread, latest } = this.state;
    const isNew = state.latest !== null && state.latest.id !== latest?.id;
    if (isNew) this.#latestAt = bornAt(state);
    if (!isNew && state.unread === unread) return;
    this.state = state;
    for (const subscriber of this.#subscribers) subscriber();
    if (isNew) for (const listener of this.#listeners) listener();
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
    window.addEventListener("focus", look, on);
    window.addEventListener("online", () => this.#reopen(), on);
    // A page with an open line cannot be kept for the Back button.
    window.addEventListener("pagehide", () => this.#close(), on);
    window.addEventListener("pageshow", ({ persisted }) => persisted && look(), on);
    look();
    return () => {
      listening.abort();
      clearTimeout(this.#hidden);
      this.#close();
    };
  }

  #open(): void {
    if (this.#source) return;
    clearTimeout(this.#retry);
    // Whose page this is: someone else may have signed in from another tab meanwhile.
    const source = new EventSource(`/api/notices/stream?member=${this.memberId}`);
    this.#source = source;
    this.#hear();
    source.addEventListener("ping", () => this.#hear());
    source.addEventListener("state", ({ data }) => {
      this.#failures = 0;
      this.#hear();
      this.take(JSON.parse(data) as NoticeState);
    });
    // Newer tabs took this one's place: its turn comes when someone looks at it again.
    source.addEventListener("full", () => this.#close());
    source.addEventListener("error", () => {
      // After a cut the browser connects again by itself.
      if (source.readyState !== EventSource.CLOSED || this.#source !== source) return;
      this.#close();
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

  #hear(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#reopen(), silenceMs);
  }
}

type Timer = ReturnType<typeof setTimeout> | undefined;

const bornAt = ({ latest }: NoticeState) => (latest ? Date.now() - latest.ageMs : -Infinity);
