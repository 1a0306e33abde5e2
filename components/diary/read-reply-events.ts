import { createParser } from "eventsource-parser";
import type { ReplyFailure } from "@/lib/diary/schema";

/** What a reply's stream says; the chunks of the AI SDK's UI message stream that Sora sends. */
export type ReplyEvent =
  | { type: "start"; messageId: string }
  | { type: "text-start"; id: string }
  | { type: "text-delta"; id: string; delta: string }
  | { type: "data-thinking" }
  | { type: "finish"; finishReason?: "length" }
  | { type: "abort" }
  | { type: "error"; errorText: ReplyFailure };

const known: ReplyEvent["type"][] = [
  "start",
  "text-start",
  "text-delta",
  "data-thinking",
  "finish",
  "abort",
  "error",
];

function toEvent(data: string): ReplyEvent | null {
  try {
    const chunk = JSON.parse(data);
    return known.includes(chunk?.type) ? chunk : null;
  } catch {
    return null; // "[DONE]", or nothing of ours
  }
}

/**
 * Reads a reply's stream, however the network has cut its bytes. Ends when the bytes end, which may be in mid-reply.
 * `onBytes` hears every sign of life, the server's pings too.
 */
export async function* readReplyEvents(
  body: ReadableStream<Uint8Array>,
  onBytes?: () => void,
): AsyncGenerator<ReplyEvent> {
  const events: ReplyEvent[] = [];
  const parser = createParser({
    onEvent({ data }) {
      const event = toEvent(data);
      if (event) events.push(event);
    },
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onBytes?.();
      parser.feed(decoder.decode(value, { stream: true }));
      yield* events.splice(0);
    }
  } finally {
    // Whoever stops reading lets the server know; a stream that broke has nobody to tell.
    void reader.cancel().catch(() => undefined);
  }
}
