/**
 * Merges the text deltas of an OpenAI chat-completions stream.
 *
 * A model sends a token at a time, and every event that enters the AI SDK passes a dozen transforms: at 50 streams
 * that is half of what a reply costs. Events that carry nothing but text are held for `holdMs` and leave as one;
 * the first text leaves at once, and anything else (an end, an error, a line we cannot read) leaves
 * unchanged, after the text that came before it.
 */
export class DeltaMerger {
  readonly #send: (text: string) => void;
  readonly #holdMs: number;
  readonly #decoder = new TextDecoder();
  #unfinished = ""; // the end of what came in: half an event
  #held: { event: ChunkEvent; text: string } | null = null;
  #timer: NodeJS.Timeout | undefined;
  #hasSentText = false;

  constructor(send: (text: string) => void, holdMs: number) {
    this.#send = send;
    this.#holdMs = holdMs;
  }

  /** Takes bytes as they come from the wire, cut anywhere. */
  push(bytes: Uint8Array): void {
    const events = (this.#unfinished + this.#decoder.decode(bytes, { stream: true })).split(/\r?\n\r?\n/);
    this.#unfinished = events.pop()!;
    for (const event of events) this.#take(event);
  }

  /** The wire has ended: sends what is left, also a half event, for the reader to judge. */
  end(): void {
    this.#sendHeld();
    const rest = this.#unfinished + this.#decoder.decode();
    if (rest) this.#send(rest);
  }

  /** Sends nothing any more. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#held = null;
  }

  #take(event: string): void {
    const chunk = textOnlyChunk(event);
    if (!chunk) {
      this.#sendHeld();
      this.#send(`${event}\n\n`);
      return;
    }
    const text = chunk.choices[0].delta.content;
    if (!this.#hasSentText && text) {
      this.#hasSentText = true;
      this.#send(`${event}\n\n`);
    } else if (this.#held) {
      this.#held.text += text;
    } else {
      this.#held = { event: chunk, text };
      this.#timer = setTimeout(() => this.#sendHeld(), this.#holdMs);
    }
  }

  #sendHeld(): void {
    if (!this.#held) return;
    clearTimeout(this.#timer);
    const { event, text } = this.#held;
    this.#held = null;
    event.choices[0].delta.content = text;
    this.#send(`data: ${JSON.stringify(event)}\n\n`);
  }
}

type ChunkEvent = { choices: [{ delta: { content: string }; finish_reason?: null }] };

/** The event's chunk when all it says is one choice's next text, else null. */
function textOnlyChunk(event: string): ChunkEvent | null {
  if (!event.startsWith("data: {") || event.includes("\n")) return null;
  let chunk: { choices?: { delta?: Record<string, unknown>; finish_reason?: unknown }[]; usage?: unknown };
  try {
    chunk = JSON.parse(event.slice("data: ".length));
  } catch {
    return null;
  }
  const [choice, ...others] = chunk.choices ?? [];
  if (!choice?.delta || others.length || chunk.usage || choice.finish_reason) return null;
  const { content, role: _, ...more } = choice.delta;
  if (typeof content !== "string") return null;
  // Empty companions (`"refusal":null`) are common; anything with a value is more than text.
  if (Object.values(more).some((value) => value !== null)) return null;
  return chunk as ChunkEvent;
}
