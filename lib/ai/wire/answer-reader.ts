import { StringDecoder } from "node:string_decoder";

import { type EventSourceParser, createParser } from "eventsource-parser";

import { type ChatPart, type WireError, readChatPart } from "./chat-part.ts";
import type { WireFinishReason } from "./finish-reason.ts";
import type { FlushTimer } from "./flush-timer.ts";

/** After a finish reason the usage may follow; nothing else is worth waiting for. */
const usageWaitMs = 2000;

/** Above any answer: 12,000 characters with every character escaped, in one event or one object. */
const maxBufferChars = 4_000_000;

/** Where the answer goes. All are called synchronously, in the order of the wire. */
type Sink = {
  /** The next piece of the text. */
  onText: (piece: string) => void;
  /** The model thinks: what came is no text. */
  onThinking: () => void;
  /** An event for the AI SDK: the end, or an error. Never text. */
  forward: (event: string) => void;
  /** The answer is over, whatever the connection does from here on. Called once. */
  onEnd: () => void;
};

/**
 * Reads a chat-completions answer: server-sent events as the standard has them, or one JSON object, whichever the body is.
 *
 * Every object is read here, once. Its text goes to `onText`: the first piece at once, then what has come by each flush.
 * The SDK gets the end as one event in OpenAI's own form, or an error. What cannot be read is an error: an answer with a
 * hole never ends well.
 *
 * The end is what the model said: `[DONE]` ends at once, a finish reason after at most two seconds. Nothing that comes
 * later undoes it.
 */
export class AnswerReader {
  readonly #sink: Sink;
  readonly #timer: FlushTimer;
  readonly #decoder = new StringDecoder("utf8");
  #unread = ""; // a string and not the bytes: a few of them would keep the whole 64 KB block they were received in
  #events: EventSourceParser | undefined;
  #json: string | undefined;
  #held = "";
  #hasText = false;
  #hasDeltas = false;
  #finishReason: WireFinishReason | null = null;
  #usage: ChatPart["usage"] = null;
  #usageWait: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(timer: FlushTimer, sink: Sink) {
    this.#timer = timer;
    this.#sink = sink;
  }

  /** Takes bytes as they come, cut anywhere. */
  push(bytes: Uint8Array): void {
    if (this.#isOver) return;
    this.#unread += this.#decoder.write(bytes);
    if (this.#hasText) this.#timer.wait(this.#read);
    else this.#read();
  }

  /** The connection ended cleanly. Servers omit the last blank line: what is there counts as an event. */
  end(): void {
    this.#readRest();
    if (this.#isOver) return;
    if (this.#json !== undefined) this.#readWhole();
    else this.#events?.feed(`${this.#unread}\n\n`);
    if (!this.#isOver) this.#finish();
  }

  /** The connection broke. @returns whether the answer was over: then the break means nothing. */
  cut(): boolean {
    this.#readRest();
    if (!this.#isOver && this.#finishReason) this.#finish();
    const isOver = this.#isOver;
    this.cancel();
    return isOver;
  }

  /** Stops reading. Text that was not emitted yet is dropped. */
  cancel(): void {
    this.#isOver = true;
    this.#unread = "";
    this.#timer.leave(this.#read);
    clearTimeout(this.#usageWait);
  }

  #readRest(): void {
    if (this.#isOver) return;
    this.#timer.leave(this.#read);
    this.#unread += this.#decoder.end();
    this.#read();
  }

  readonly #read = (): void => {
    const unread = this.#unread;
    this.#unread = "";
    if (this.#json === undefined && !this.#events) this.#recognise(unread);
    if (this.#json !== undefined) this.#keepJson(unread);
    else this.#readLines(unread);
    this.#emitText();
  };

  /** Whole lines only: the parser passes over the beginning of a line that it does not know without a word. */
  #readLines(unread: string): void {
    const end = Math.max(unread.lastIndexOf("\n"), unread.lastIndexOf("\r")) + 1;
    if (this.#events && end > 0) this.#events.feed(unread.slice(0, end));
    if (this.#isOver) return;
    this.#unread = unread.slice(end);
    if (this.#unread.length > maxBufferChars) this.#fail(unreadable);
  }

  /** Content types lie: a body that begins like JSON is JSON, any other one is events. */
  #recognise(start: string): void {
    const first = start.trimStart()[0]; // a byte order mark is white space
    if (first === "{" || first === "[") this.#json = "";
    else if (first !== undefined) {
      this.#events = createParser({
        maxBufferSize: maxBufferChars,
        onEvent: ({ event, data }) => this.#takeEvent(event, data),
        // A line that the standard passes over may hold text all the same (`Data: {…`).
        onError: ({ type, line }) => {
          if (type === "max-buffer-size-exceeded" || line?.includes('"choices"')) this.#fail(unreadable);
        },
      });
    }
  }

  #keepJson(text: string): void {
    this.#json += text;
    if (this.#json!.length > maxBufferChars) this.#fail(unreadable);
  }

  /** A whole answer that was asked for as a stream; or, from some servers, one object on each line. */
  #readWhole(): void {
    const body = this.#json!.trim();
    const whole = parse(body);
    for (const value of whole === undefined ? body.split(/[\r\n]+/).map(parse) : [whole].flat()) {
      this.#take(value);
    }
    if (whole !== undefined && !this.#isOver) this.#finishReason ??= "stop"; // a whole object is its own end
  }

  #takeEvent(event: string | undefined, data: string): void {
    if (this.#isOver) return;
    const text = data.trim();
    if (text === "" || heartbeats.has(event ?? "")) return;
    if (/^\[done\]$/i.test(text)) {
      this.#finishReason ??= "stop";
      this.#finish();
      return;
    }
    const value = parse(text);
    const lines = value === undefined ? text.split("\n") : [];
    // Some servers leave out the blank line between events.
    if (lines.length > 1) for (const line of lines) this.#takeEvent(event, line);
    else this.#take(value, event === "error");
  }

  #take(value: unknown, isError = false): void {
    if (this.#isOver) return;
    const part = readChatPart(value);
    if (part && "error" in part) return this.#fail(part.error);
    if (part === null || isError) return this.#fail(unreadable);

    if (part.isThinking) this.#sink.onThinking();
    // Some servers repeat the whole text at the end of their deltas.
    if (!part.isMessage || !this.#hasDeltas) this.#held += part.text;
    this.#hasDeltas ||= part.text !== "" && !part.isMessage;
    if (!this.#hasText) this.#emitText();
    this.#usage = part.usage ?? this.#usage;
    this.#finishReason ??= part.finishReason;
    if (this.#finishReason === "error")
      return this.#fail({ message: "the server ended with an error" }, true);
    if (!this.#finishReason) return;
    if (part.usage) this.#finish();
    else this.#usageWait ??= setTimeout(this.#stopWaiting, usageWaitMs);
  }

  readonly #stopWaiting = (): void => {
    this.#read();
    this.#finish();
  };

  /** Before the model's end an error ends the answer; after it, it changes nothing. */
  #fail(error: WireError, isEnd = false): void {
    if (this.#isOver) return;
    if (this.#finishReason && !isEnd) return this.#finish();
    this.#emitText();
    if (error === unreadable) this.#sink.forward("data: {\n\n");
    else this.#forward({ error });
    this.#close();
  }

  #finish(): void {
    if (this.#isOver) return;
    this.#emitText();
    if (this.#finishReason) {
      const choices = [{ index: 0, delta: {}, finish_reason: this.#finishReason }];
      this.#forward({ choices, ...(this.#usage && { usage: this.#usage }) });
    }
    this.#close();
  }

  #close(): void {
    this.cancel();
    this.#sink.onEnd();
  }

  #forward(value: object): void {
    this.#sink.forward(`data: ${JSON.stringify(value)}\n\n`);
  }

  #emitText(): void {
    if (this.#held === "") return;
    const piece = this.#held;
    this.#held = "";
    this.#hasText = true;
    this.#sink.onText(piece);
  }
}

/** Forwarded as an event that the SDK cannot parse, so that it reports its own parse error. */
const unreadable: WireError = { message: "unreadable" };

const heartbeats = new Set(["ping", "heartbeat", "keepalive", "keep-alive"]);

/** Undefined: no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
