/** A hidden tab closes its connection: a browser has six for all tabs together (HTTP/1.1). */
const hiddenMs = 5_000;
/** A refusal by the server ends an EventSource for good, so the retry is ours. */
const backoffMs = [2_000, 5_000, 15_000, 60_000, 300_000];

type Options = {
  address: string;
  /** Longer than the server's ping interval. A stream that is silent for this long is dead, even without an error. */
  silenceMs: number;
  longestBackoffMs: number;
  on: Record<string, (data: unknown) => void>;
  onRefused?: () => void;
};

/**
 * One tab's stream of server-sent events, open while the tab is visible. After a cut the browser reconnects; a silent
 * or refused stream is replaced. The server sends `full` when newer tabs use the member's streams: this tab
 * reconnects when it becomes visible again.
 */
export class EventLine {
  readonly #options: Options;
  #source: EventSource | undefined;
  #failures = 0;
  #hidden: Timer;
  #silence: Timer;
  #retry: Timer;

  constructor(options: Options) {
    this.#options = options;
  }

  run(): () => void {
    const listening = new AbortController();
    const on = { signal: listening.signal };
    const look = () => {
      clearTimeout(this.#hidden);
      if (document.visibilityState === "visible") this.#open();
      else this.#hidden = setTimeout(() => this.close(), hiddenMs);
    };
    document.addEventListener("visibilitychange", look, on);
    window.addEventListener("focus", look, on);
    window.addEventListener("online", () => this.#reopen(), on);
    // An open stream excludes the page from the back/forward cache.
    window.addEventListener("pagehide", () => this.close(), on);
    window.addEventListener("pageshow", ({ persisted }) => persisted && look(), on);
    look();
    return () => {
      listening.abort();
      clearTimeout(this.#hidden);
      this.close();
    };
  }

  close(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = undefined;
  }

  #open(): void {
    if (this.#source) return;
    clearTimeout(this.#retry);
    const source = new EventSource(this.#options.address);
    this.#source = source;
    this.#awaitWord();
    source.addEventListener("ping", () => this.#awaitWord());
    for (const [event, take] of Object.entries(this.#options.on)) {
      source.addEventListener(event, ({ data }: MessageEvent<string>) => {
        this.#failures = 0;
        this.#awaitWord();
        take(JSON.parse(data));
      });
    }
    source.addEventListener("full", () => this.close());
    source.addEventListener("error", () => {
      if (source.readyState !== EventSource.CLOSED || this.#source !== source) return;
      this.close();
      this.#options.onRefused?.();
      this.#retry = setTimeout(() => this.#reopen(), this.#nextBackoffMs());
    });
  }

  #reopen(): void {
    this.close();
    if (document.visibilityState === "visible") this.#open();
  }

  #awaitWord(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#reopen(), this.#options.silenceMs);
  }

  #nextBackoffMs(): number {
    const delayMs = backoffMs[Math.min(this.#failures, backoffMs.length - 1)]!;
    this.#failures += 1;
    return Math.min(delayMs, this.#options.longestBackoffMs) * (0.75 + Math.random() / 2);
  }
}

type Timer = ReturnType<typeof setTimeout> | undefined;
