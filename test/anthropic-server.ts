import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Part = { type: "thinking" | "text"; pieces: string[] };
export type AnthropicServer = { url: string; close(): Promise<void> };

/** Streams the parts as Anthropic's Messages API does. Its events differ from OpenAI's in every field. */
export async function startAnthropicServer(parts: Part[], stopReason = "end_turn"): Promise<AnthropicServer> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(eventsOf(parts, stopReason).map(framed).join(""));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

const framed = (event: { type: string }) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

function eventsOf(parts: Part[], stopReason: string): { type: string }[] {
  const message = { id: "msg_1", type: "message", role: "assistant", model: "m", content: [] };
  const usage = { input_tokens: 12, output_tokens: 34 };
  const start = { ...message, stop_reason: null, stop_sequence: null, usage };
  return [
    { type: "message_start", message: start },
    ...parts.flatMap((part, index) => eventsOfPart(part, index)),
    { type: "message_delta", delta: { stop_reason: stopReason, stop_sequence: null }, usage },
    { type: "message_stop" },
  ] as { type: string }[];
}

function eventsOfPart({ type, pieces }: Part, index: number): object[] {
  return [
    {
      type: "content_block_start",
      index,
      content_block: { type, [type]: "", ...(type === "thinking" && { signature: "" }) },
    },
    ...pieces.map((piece) => ({
      type: "content_block_delta",
      index,
      delta: { type: `${type}_delta`, [type]: piece },
    })),
    { type: "content_block_stop", index },
  ];
}
