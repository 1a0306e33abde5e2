import { StringDecoder } from "node:string_decoder";

import type { Beat } from "./beat.ts";

/**
 * Reads an OpenAI chat-completions stream for its text, and leaves the rest to the AI SDK.
 *
 * A model sends a token at a time, and an event that enters the SDK passes a dozen transforms and two schemas: for a
 * long text that is two thirds of what a reply costs (docs/decisions/0004). So the text goes round it: to `onText`, the first
 * at once, then whatever has come until the next beat as one piece; until then it is not even looked at. Events that are more than
 * text (an end, usage, an error, a line we cannot read) are forwarded in their order, without the text that was taken
 * out of them.
 */
export class TextTap {
  readonly #onText: (piece: string) => void;
  readonly #forward: (event: string) => void;
  readonly #beat: Beat;
  readonly #decoder = new StringDecoder("utf8");
  #unread = ""; // and not the bytes: a few hundred of them would keep the whole block that they were received in
  #unfinished = ""; // the end of what was read: half an event
  #held = "";
  #hasSpoken = false;

  constructor(to: { onText: (piece: string) => void; forward: (event: string) => void; beat: Beat }) {
    this.#onText = to.onText;
    this.#forward = to.forward;
    this.#beat = to.beat;
  }

  /** Takes bytes as they come from the wire, cut anywhere. */
  push(bytes: Uint8Array): void {
    this.#unread += this.#decoder.write(bytes);
    if (this.#hasSpoken) this.#beat.wait(this.#read);
    else this.#read();
  }

  /** The wire has ended: says what is held, and forwards half an event too, for the SDK to judge. */
  end(): void {
    this.cut();
    const rest = this.#unfinished + this.#decoder.end();
    if (rest) this.#forward(rest);
  }

  /** The wire was cut: what the model said before is kept, half an event is not. */
  cut(): void {
    this.#beat.leave(this.#read);
    this.#read();
  }

  /** Nobody listens any more. */
  cancel(): void {
    this.#beat.leave(this.#read);
    this.#unread = "";
  }

  readonly #read = (): void => {
    const events = (this.#unfinished + this.#unread).split(/\r?\n\r?\n/);
    this.#unread = "";
    this.#unfinished = events.pop()!;
    for (const event of events) this.#take(event);
    this.#speak();
  };

  #take(event: string): void {
    const chunk = readChunk(event);
    if (!chunk) {
      this.#speak();
      this.#forward(`${event}\n\n`);
      return;
    }
    this.#held += chunk.text;
    if (!this.#hasSpoken || chunk.rest) this.#speak();
    if (chunk.rest) this.#forward(`data: ${JSON.stringify(chunk.rest)}\n\n`);
  }

  #speak(): void {
    if (this.#held === "") return;
    const piece = this.#held;
    this.#held = "";
    this.#hasSpoken = true;
    this.#onText(piece);
  }
}

type Chunk = {
  choices?: { delta?: Record<string, unknown>; finish_reason?: unknown }[];
  usage?: unknown;
  error?: unknown;
};

/** The text of an event and, if it says more than that, the event without its text. Null: not a chunk with a text. */
function readChunk(event: string): { text: string; rest: Chunk | null } | null {
  if (!event.startsWith("data: {") || event.includes("\n")) return null;
  let chunk: Chunk;
  try {
    chunk = JSON.parse(event.slice("data: ".length));
  } catch {
    return null;
  }
  const delta = chunk.choices?.[0]?.delta;
  const text = delta?.content;
  if (typeof text !== "string") return null;
  if (!saysMore(chunk)) return { text, rest: null };
  delete delta!.content;
  return { text, rest: chunk };
}

// Empty companions (`"refusal":null`) and the role are in every first chunk; they are nothing the SDK would miss.
function saysMore({ choices, usage, error }: Chunk): boolean {
  const { delta, finish_reason: finishReason } = choices![0]!;
  if (finishReason || usage || error) return true;
  for (const name in delta) {
    if (name !== "content" && name !== "role" && delta[name] != null) return true;
  }
  return false;
}
