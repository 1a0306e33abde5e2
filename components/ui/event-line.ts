/** A tab out of sight gives its connection back: a browser has six for all tabs together (HTTP/1.1). */
const hiddenMs = 5_000;
/** Where the server refuses, which ends an EventSource for good: it is asked again, ever more rarely. */
const backoffMs = [2_000, 5_000, 15_000, 60_000, 300_000];

type Options = {
  address: string;
  /** The server pings more often than this: a line silent for longer is dead, even if nobody has said so. */
  silenceMs: number;
  longestBackoffMs: number;
  /** What is done with each event, by its name. */
  on: Record<string, (data: unknown) => void>;
  onRefused?: () => void;
};

/**
 * One tab's line to a stream of server-sent events, open while the tab is seen. A cut one the browser connects again by
 * itself; one that fell silent or was refused is made anew. The server may end it with `full`: newer tabs took its place,
 * and its turn comes when someone looks at it again.
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

  /** Keeps the line open while the tab is seen. @returns what ends that. */
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
    // A page with an open line cannot be kept for the Back button.
    window.addEventListener("pagehide", () => this.close(), on);
    window.addEventListener("pageshow", ({ persisted }) => persisted && look(), on);
    look();
    return () => {
      listening.abort();
      clearTimeout(this.#hidden);
      this.close();
    };
  }

  /** Until the tab is looked at again. */
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
      // After a cut the browser connects again by itself.
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

  /** Not all tabs at once when a server comes back. */
  #nextBackoffMs(): number {
    const delayMs = backoffMs[Math.min(this.#failures, backoffMs.length - 1)]!;
    this.#failures += 1;
    return Math.min(delayMs, this.#options.longestBackoffMs) * (0.75 + Math.random() / 2);
  }
}

type Timer = ReturnType<typeof setTimeout> | undefined;
