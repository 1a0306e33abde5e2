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

/** Idle proxies close a silent connection after 30 to 60 seconds. */
const pingMs = 15_000;

type Watcher = ReadableStreamDefaultController<Uint8Array>;

/**
 * A running reply in this process: the text of its current attempt, and its watchers. A late watcher gets the frames
 * so far and then the rest, so all watchers get the same text.
 */
export class ReplyBroadcast {
  isRemote = false;
  attempt = 0;
  textLength = 0;

  readonly #replyId: string;
  /**
   * Pieces of the current attempt and not frames: late watchers are rare, and a small Buffer keeps the whole 64 KB
   * block that it was cut from.
   */
  #pieces: string[] = [];
  #isThinking = false;
  #ending: Ending | undefined;
  readonly #watchers = new Map<Watcher, () => void>();
  readonly #onDeserted: () => void;
  #pings: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(replyId: string, onDeserted: () => void) {
    this.#replyId = replyId;
    this.#onDeserted = onDeserted;
  }

  get isWatched() {
    return this.#watchers.size > 0;
  }

  beginAttempt(attempt: number): void {
    this.#send(Buffer.concat([...this.#textEnd(), textStartFrame(attempt)]));
    this.attempt = attempt;
    this.#isThinking = false;
    this.#forgetText();
  }

  think(): void {
    this.#isThinking = true;
    this.#forgetText();
    this.#send(thinkingFrame);
  }

  get text(): string {
    return this.#pieces.join("");
  }

  say(piece: string): void {
    this.#isThinking = false;
    this.textLength += piece.length;
    this.#pieces.push(piece);
    if (this.isWatched) this.#send(textFrame(this.attempt, piece));
  }

  end(ending: Ending): void {
    this.#ending = ending;
    this.#send(Buffer.concat(this.#endFrames(ending)));
    this.drop();
  }

  /** Closes every stream without an ending, so that readers reconnect. */
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
   * Streams the reply from its beginning, then live. Cancelling the stream, or the end of its session, ends the
   * watching and not the reply. `onEnd` is called once, when the stream has ended.
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
      // No backpressure: a slow reader keeps at most one reply in memory.
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

  /**
   * Encoded once for all watchers. Several frames go in one chunk, because each chunk is written to the socket
   * separately.
   */
  #send(chunk: Uint8Array): void {
    for (const watcher of this.#watchers.keys()) watcher.enqueue(chunk);
  }
}
