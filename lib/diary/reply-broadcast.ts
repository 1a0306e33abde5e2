import {
  type Ending,
  doneFrame,
  endFrame,
  pingFrame,
  startFrame,
  textEndFrame,
  textFrame,
  textStartFrame,
} from "./reply-frames.ts";

/** Idle proxies close a silent line after 30 to 60 seconds. */
const pingMs = 15_000;

type Watcher = ReadableStreamDefaultController<Uint8Array>;

/**
 * A running reply as this process tells it: all that its present attempt has said, and whoever watches.
 * Someone who comes late gets the frames so far and then the rest, so all readers get the same bytes.
 */
export class ReplyBroadcast {
  /** Follows another process's log when set, else it is written here. */
  isRemote = false;
  attempt = 0;
  /** Length of the present attempt's text, in UTF-16 units. */
  textLength = 0;

  readonly #startFrame: Uint8Array;
  /** Frames, and pieces of the present attempt's text: nearly always nobody comes late, and a frame is several times as large. */
  #said: (Uint8Array | string)[];
  readonly #watchers = new Set<Watcher>();
  readonly #onDeserted: () => void;
  #pings: NodeJS.Timeout | undefined;
  #isOver = false;

  /** `onDeserted` is called when the last watcher has left. */
  constructor(replyId: string, onDeserted: () => void) {
    this.#startFrame = startFrame(replyId);
    this.#said = [this.#startFrame];
    this.#onDeserted = onDeserted;
  }

  get isWatched() {
    return this.#watchers.size > 0;
  }

  /** A writer begins (again): what earlier attempts said no longer counts. */
  beginAttempt(attempt: number): void {
    if (this.attempt) this.#send(textEndFrame(this.attempt));
    this.attempt = attempt;
    this.textLength = 0;
    this.#said = [this.#startFrame];
    this.#send(textStartFrame(attempt));
  }

  say(piece: string): void {
    this.textLength += piece.length;
    this.#said.push(piece);
    if (!this.isWatched) return;
    const frame = textFrame(this.attempt, piece);
    for (const watcher of this.#watchers) watcher.enqueue(frame);
  }

  /** The reply is settled. */
  end(ending: Ending): void {
    if (this.attempt) this.#send(textEndFrame(this.attempt));
    this.#send(endFrame(ending));
    this.#send(doneFrame);
    this.drop();
  }

  /** Closes every line without an ending: readers come back and ask again. */
  drop(): void {
    this.#isOver = true;
    clearInterval(this.#pings);
    for (const watcher of this.#watchers) watcher.close();
    this.#watchers.clear();
  }

  /** The reply from its beginning, then live. Cancelling the stream only stops the watching. */
  watch(): ReadableStream<Uint8Array> {
    let self: Watcher;
    return new ReadableStream<Uint8Array>(
      {
        start: (watcher) => {
          self = watcher;
          for (const said of this.#said) {
            watcher.enqueue(typeof said === "string" ? textFrame(this.attempt, said) : said);
          }
          if (this.#isOver) return watcher.close();
          this.#watchers.add(watcher);
          this.#pings ??= setInterval(() => this.#ping(), pingMs).unref();
        },
        cancel: () => {
          this.#watchers.delete(self);
          if (!this.isWatched && !this.#isOver) this.#onDeserted();
        },
      },
      // A reader who lags holds at most one reply in memory.
      { highWaterMark: Infinity },
    );
  }

  #send(frame: Uint8Array): void {
    this.#said.push(frame);
    for (const watcher of this.#watchers) watcher.enqueue(frame);
  }

  #ping(): void {
    for (const watcher of this.#watchers) watcher.enqueue(pingFrame);
  }
}
