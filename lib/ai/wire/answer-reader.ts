import { StringDecoder } from "node:string_decoder";

import { type EventSourceParser, createParser } from "eventsource-parser";

import { type ChatPart, type WireError, readChatPart } from "./chat-part.ts";
import type { WireFinishReason } from "./finish-reason.ts";
import type { FlushTimer } from "./flush-timer.ts";
import { MessageText } from "./message-text.ts";

const usageWaitMs = 2000;

/** Above any answer: 12,000 characters with every character escaped, in one event or one object. */
const maxBufferChars = 4_000_000;

const maxOthers = 100;

/**
 * All are called synchronously, in the order of the wire. `forward` gets events for the AI SDK: the end or an error,
 * never text. `onEnd` is called once, whatever the connection does afterwards.
 */
type Sink = {
  onText: (piece: string) => void;
  onThinking: () => void;
  forward: (event: string) => void;
  onEnd: () => void;
};

/**
 * Reads a chat-completions answer: server-sent events of the standard, or one JSON object. Each object is
 * parsed once, here. `onText` gets the first piece at once, the rest once per flush. The SDK gets only the
 * end, as one event in OpenAI's form, or an error. Unreadable data is an error: an answer with a gap never
 * ends well.
 * `[DONE]` ends the answer at once, a finish reason after at most two seconds. Later data cannot undo the
 * end.
 */
export class AnswerReader {
  readonly #sink: Sink;
  readonly #timer: FlushTimer;
  readonly #decoder = new StringDecoder("utf8");
  #unread = ""; // A string, because a small slice of bytes would keep its whole 64 KB receive block alive.
  #events: EventSourceParser | undefined;
  #json: string | undefined;
  #held = "";
  #hasText = false;
  #emittedChars = 0;
  #messages: MessageText | undefined;
  #others: Map<number, Other> | undefined;
  #otherChars = 0;
  #finishReason: WireFinishReason | null = null;
  /** Text followed the finish reason. Some servers send one in each chunk, where it has no meaning. */
  #isReasonEarly = false;
  #usage: ChatPart["usage"] = null;
  #usageWait: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(timer: FlushTimer, sink: Sink) {
    this.#timer = timer;
    this.#sink = sink;
  }

  push(bytes: Uint8Array): void {
    if (this.#isOver) return;
    this.#unread += this.#decoder.write(bytes);
    if (this.#hasText) this.#timer.wait(this.#read);
    else this.#read();
  }

  end(): void {
    this.#readRest();
    if (this.#isOver) return;
    if (this.#json !== undefined) this.#readWhole();
    else this.#events?.feed(`${this.#unread}\n\n`);
    if (!this.#isOver) this.#finish();
  }

  /** The connection broke. @returns whether the answer was already complete; then the break has no effect. */
  cut(): boolean {
    this.#readRest();
    if (!this.#isOver && this.#finishReason && !this.#isReasonEarly) this.#finish();
    const isOver = this.#isOver;
    this.cancel();
    return isOver;
  }

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

  /** Feeds whole lines only: the parser silently skips the beginning of a line that it does not know. */
  #readLines(unread: string): void {
    const end = Math.max(unread.lastIndexOf("\n"), unread.lastIndexOf("\r")) + 1;
    if (this.#events && end > 0) this.#events.feed(unread.slice(0, end));
    if (this.#isOver) return;
    this.#unread = unread.slice(end);
    if (this.#unread.length > maxBufferChars) this.#fail(unreadable);
  }

  /**
   * Content types are unreliable. A body that begins like JSON or HTML is that; any other is an event stream.
   */
  #recognise(start: string): void {
    const first = start.trimStart()[0];
    if (first === "{" || first === "[" || first === "<") this.#json = "";
    else if (first !== undefined) {
      this.#events = createParser({
        maxBufferSize: maxBufferChars,
        onEvent: ({ event, data }) => this.#takeEvent(event, data),
        onError: ({ type, line = "" }) => {
          if (type === "max-buffer-size-exceeded") this.#fail(unreadable);
          else this.#takeOddLine(line);
        },
      });
    }
  }

  /** Lines that the standard ignores may hold text: `Data: {…`, `\uFEFFdata: {…`, `{…`. */
  #takeOddLine(line: string): void {
    const data = /^\s*(?:data\s*:|(?=[{[]))(.*)/is.exec(line)?.[1];
    if (data === undefined) {
      if (line.includes('"choices"')) this.#fail(unreadable);
      return;
    }
    this.#events?.feed("\n"); // Dispatches the event before it although no blank line separates them.
    this.#takeEvent(undefined, data);
  }

  #keepJson(text: string): void {
    this.#json += text;
    if (this.#json!.length > maxBufferChars) this.#fail(unreadable);
  }

  /** Some servers answer a stream request with one whole object, or with one object per line. */
  #readWhole(): void {
    const body = this.#json!.trim();
    if (body.startsWith("<")) return this.#fail(webPage);
    const whole = parse(body);
    for (const value of whole === undefined ? body.split(/[\r\n]+/).map(parse) : [whole].flat()) {
      this.#take(value);
    }
    if (whole !== undefined && !this.#isOver) this.#finishReason ??= "stop";
  }

  #takeEvent(event: string | undefined, data: string): void {
    if (this.#isOver) return;
    const text = data.trim();
    if (text === "" || heartbeats.has(event ?? "")) return;
    if (/^\[done\]$/i.test(text)) {
      if (this.#isScattered()) return this.#fail(unreadable);
      this.#finishReason ??= "stop";
      this.#finish();
      return;
    }
    const value = parse(text);
    const lines = value === undefined ? text.split("\n") : [];
    // Some servers omit the blank line between events.
    if (lines.length > 1) for (const line of lines) this.#takeEvent(event, line);
    else this.#take(value, event === "error");
  }

  #take(value: unknown, isError = false): void {
    if (this.#isOver) return;
    const part = readChatPart(value);
    if (part && "error" in part) return this.#fail(part.error);
    if (part === null || isError) return this.#fail(unreadable);

    if (part.isThinking) this.#sink.onThinking();
    if (part.others && !this.#keepOthers(part.others)) return this.#fail(unreadable);
    const text = part.isMessage || this.#messages ? this.#newText(part) : part.text;
    if (text === null) return this.#fail(unreadable);
    this.#held += text;
    if (!this.#hasText) this.#emitText();
    this.#usage = part.usage ?? this.#usage;
    this.#takeReason(part, text !== "");
  }

  #newText({ text, isMessage }: ChatPart): string | null {
    if (text === "") return "";
    if (!isMessage) return this.#endMessages() + text;
    const chars = this.#emittedChars + this.#held.length;
    if (this.#messages || chars === 0) return (this.#messages ??= new MessageText()).push(text);
    // Some servers repeat the whole text after their deltas.
    return text.length > chars ? null : "";
  }

  #endMessages(): string {
    const kept = this.#messages?.end() ?? "";
    this.#messages = undefined;
    return kept;
  }

  #keepOthers(others: NonNullable<ChatPart["others"]>): boolean {
    this.#others ??= new Map();
    for (const { index, text, finishReason } of others) {
      const before = this.#others.get(index);
      const said = (before?.text ?? "") + text;
      this.#others.set(index, { text: said, finishReason: finishReason ?? before?.finishReason ?? null });
      this.#otherChars += text.length;
    }
    return this.#others.size <= maxOthers && this.#otherChars <= maxBufferChars;
  }

  #adoptOther(others: Other[]): void {
    const said = others.filter(({ text }) => text !== "");
    if (this.#hasText || this.#held !== "" || said.length !== 1) return;
    this.#held = said[0]!.text;
    this.#finishReason = said[0]!.finishReason ?? this.#finishReason;
  }

  #isScattered(): boolean {
    if (!this.#others || this.#finishReason || !(this.#hasText || this.#held)) return false;
    return [...this.#others.values()].some(({ text }) => text !== "");
  }

  #takeReason({ finishReason, usage }: ChatPart, hasText: boolean): void {
    if (hasText && this.#finishReason) {
      this.#isReasonEarly = true;
      clearTimeout(this.#usageWait);
      this.#usageWait = undefined;
    }
    const isNews = this.#isReasonEarly || !this.#finishReason;
    if (isNews) this.#finishReason = finishReason ?? this.#finishReason;
    if (this.#finishReason === "error")
      return this.#fail({ message: "the server ended with an error" }, true);
    if (!this.#finishReason) return;
    if (this.#isReasonEarly) {
      // After an early reason, only a chunk without text is the end.
      if (hasText || !(finishReason || usage)) return;
      this.#isReasonEarly = false;
    }
    if (usage && !hasText) this.#finish();
    else this.#usageWait ??= setTimeout(this.#stopWaiting, usageWaitMs);
  }

  readonly #stopWaiting = (): void => {
    this.#usageWait = undefined;
    this.#read();
    if (!this.#isReasonEarly) this.#finish();
  };

  #fail(error: WireError, isEnd = false): void {
    if (this.#isOver) return;
    if (this.#finishReason && !this.#isReasonEarly && !isEnd) return this.#finish();
    this.#emitText();
    if (error === unreadable) this.#sink.forward("data: {\n\n");
    else this.#forward({ error });
    this.#close();
  }

  #finish(): void {
    if (this.#isOver) return;
    this.#held += this.#endMessages();
    if (this.#others) this.#adoptOther([...this.#others.values()]);
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
    this.#emittedChars += piece.length;
    this.#sink.onText(piece);
  }
}

type Other = { text: string; finishReason: WireFinishReason | null };

const webPage: WireError = { message: "unexpected endpoint: a web page" };

/** Forwarded as an event that the SDK cannot parse, so that it reports its own parse error. */
const unreadable: WireError = { message: "unreadable" };

const heartbeats = new Set(["ping", "heartbeat", "keepalive", "keep-alive"]);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
