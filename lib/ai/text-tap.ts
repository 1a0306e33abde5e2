/**
 * Reads an OpenAI chat-completions stream for its text, and leaves the rest to the AI SDK.
 *
 * A model sends a token at a time, and an event that enters the SDK passes a dozen transforms and two schemas: for a
 * long text that is two thirds of what a reply costs (docs/decisions/0004). So the text goes round it: to `onText`, the first
 * at once, then whatever has come within `holdMs` as one piece. Events that are more than text (an end, usage, an
 * error, a line we cannot read) are forwarded in their order, without the text that was taken out of them.
 */
export class TextTap {
  readonly #onText: (piece: string) => void;
  readonly #forward: (event: string) => void;
  readonly #holdMs: number;
  readonly #decoder = new TextDecoder();
  #unfinished = ""; // the end of what came in: half an event
  #held = "";
  #timer: NodeJS.Timeout | undefined;
  #hasSpoken = false;

  constructor(to: { onText: (piece: string) => void; forward: (event: string) => void; holdMs: number }) {
    this.#onText = to.onText;
    this.#forward = to.forward;
    this.#holdMs = to.holdMs;
  }

  /** Takes bytes as they come from the wire, cut anywhere. */
  push(bytes: Uint8Array): void {
    const events = (this.#unfinished + this.#decoder.decode(bytes, { stream: true })).split(/\r?\n\r?\n/);
    this.#unfinished = events.pop()!;
    for (const event of events) this.#take(event);
  }

  /** The wire has ended: says what is held, and forwards half an event too, for the SDK to judge. */
  end(): void {
    this.#speak();
    const rest = this.#unfinished + this.#decoder.decode();
    if (rest) this.#forward(rest);
  }

  /** The wire was cut: what the model said before is kept, half an event is not. */
  cut(): void {
    this.#speak();
  }

  /** Nobody listens any more. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#held = "";
  }

  #take(event: string): void {
    const chunk = readChunk(event);
    if (!chunk) {
      this.#speak();
      this.#forward(`${event}\n\n`);
      return;
    }
    this.#hear(chunk.text);
    if (!chunk.rest) return;
    this.#speak();
    this.#forward(`data: ${JSON.stringify(chunk.rest)}\n\n`);
  }

  #hear(text: string): void {
    if (text === "") return;
    this.#held += text;
    if (!this.#hasSpoken) this.#speak();
    else this.#timer ??= setTimeout(() => this.#speak(), this.#holdMs);
  }

  #speak(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
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
  delete delta!.content;
  return { text, rest: saysMore(chunk) ? chunk : null };
}

// Empty companions (`"refusal":null`) and the role are in every first chunk; they are nothing the SDK would miss.
function saysMore({ choices, usage, error }: Chunk): boolean {
  const { delta, finish_reason: finishReason } = choices![0]!;
  const { role: _role, ...more } = delta!;
  return Boolean(finishReason || usage || error) || Object.values(more).some((value) => value != null);
}
