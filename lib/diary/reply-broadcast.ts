import type { SessionClaims } from "../auth/session-cookie.ts";
import { holdStream } from "../auth/sessions/open-streams.ts";
import {
  type Ending,
  doneFrame,
  endFrame,
  pingFrame,
  startFrame,
  textEndFrame,
  textFrame,
  textStartFrame,
  thinkingFrame,
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

  readonly #replyId: string;
  /**
   * Pieces of the present attempt's text, not frames: nearly always nobody comes late, and the smallest Buffer that is
   * kept keeps the whole block it was cut from, 64 KB.
   */
  #pieces: string[] = [];
  #isThinking = false;
  /** How it ended, once it is settled. */
  #ending: Ending | undefined;
  /** Each with what it calls when it ends: its session need not end it any more. */
  readonly #watchers = new Map<Watcher, () => void>();
  readonly #onDeserted: () => void;
  #pings: NodeJS.Timeout | undefined;
  #isOver = false;

  /** `onDeserted` is called when the last watcher has left. */
  constructor(replyId: string, onDeserted: () => void) {
    this.#replyId = replyId;
    this.#onDeserted = onDeserted;
  }

  get isWatched() {
    return this.#watchers.size > 0;
  }

  /** A writer begins (again): what earlier attempts said no longer counts. */
  beginAttempt(attempt: number): void {
    this.#send(Buffer.concat([...this.#textEnd(), textStartFrame(attempt)]));
    this.attempt = attempt;
    this.#isThinking = false;
    this.#forgetText();
  }

  /** The model thinks: what this attempt said before is void. */
  think(): void {
    this.#isThinking = true;
    this.#forgetText();
    this.#send(thinkingFrame);
  }

  /** The present attempt's text. */
  get text(): string {
    return this.#pieces.join("");
  }

  say(piece: string): void {
    this.#isThinking = false;
    this.textLength += piece.length;
    this.#pieces.push(piece);
    if (this.isWatched) this.#send(textFrame(this.attempt, piece));
  }

  /** The reply is settled. */
  end(ending: Ending): void {
    this.#ending = ending;
    this.#send(Buffer.concat(this.#endFrames(ending)));
    this.drop();
  }

  /** Closes every line without an ending: readers come back and ask again. */
  drop(): void {
    this.#isOver = true;
    clearInterval(this.#pings);
    for (const [watcher, release] of this.#watchers) {
      watcher.close();
      release();
    }
    this.#watchers.clear();
  }

  /**
   * The reply from its beginning, then live. Cancelling the stream only stops the watching; so does the end of the
   * session it is watched in. `onEnd` is called once, when the stream has ended.
   */
  watch(session?: SessionClaims | null, onEnd: () => void = () => undefined): ReadableStream<Uint8Array> {
    let self: Watcher;
    return new ReadableStream<Uint8Array>(
      {
        start: (watcher) => {
          self = watcher;
          watcher.enqueue(Buffer.concat(this.#framesSoFar()));
          if (this.#isOver) {
            onEnd();
            return watcher.close();
          }
          const cut = () => {
            if (this.#leave(watcher)) watcher.close();
          };
          const release = session ? holdStream(session, cut) : () => undefined;
          this.#watchers.set(watcher, () => {
            release();
            onEnd();
          });
          this.#pings ??= setInterval(() => this.#send(pingFrame), pingMs).unref();
        },
        cancel: () => void this.#leave(self),
      },
      // A reader who lags holds at most one reply in memory.
      { highWaterMark: Infinity },
    );
  }

  #leave(watcher: Watcher): boolean {
    const release = this.#watchers.get(watcher);
    if (!release) return false;
    this.#watchers.delete(watcher);
    release();
    if (!this.isWatched && !this.#isOver) this.#onDeserted();
    return true;
  }

  #framesSoFar(): Uint8Array[] {
    return [
      startFrame(this.#replyId),
      ...(this.attempt ? [textStartFrame(this.attempt)] : []),
      ...(this.#isThinking ? [thinkingFrame] : []),
      ...this.#pieces.map((piece) => textFrame(this.attempt, piece)),
      ...(this.#ending ? this.#endFrames(this.#ending) : []),
    ];
  }

  #forgetText(): void {
    this.textLength = 0;
    this.#pieces = [];
  }

  #endFrames(ending: Ending): Uint8Array[] {
    return [...this.#textEnd(), endFrame(ending), doneFrame];
  }

  #textEnd(): Uint8Array[] {
    return this.attempt ? [textEndFrame(this.attempt)] : [];
  }

  /** A chunk is encoded once, however many watch; several frames are one: each chunk makes its own way to the socket. */
  #send(chunk: Uint8Array): void {
    for (const watcher of this.#watchers.keys()) watcher.enqueue(chunk);
  }
}
