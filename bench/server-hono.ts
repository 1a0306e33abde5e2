// What a Node developer would write: Hono and the official client, forwarding each piece of text.
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import OpenAI from "openai";

const { PORT, UPSTREAM_URL } = process.env;
const openai = new OpenAI({ baseURL: UPSTREAM_URL, apiKey: "none" });
const app = new Hono();

app.post("/", async (c) => {
  const { model, messages } =
    await c.req.json<Pick<OpenAI.ChatCompletionCreateParams, "model" | "messages">>();
  const chunks = await openai.chat.completions.create({
    model,
    messages,
    stream: true,
    stream_options: { include_usage: true },
  });
  return streamSSE(c, async (stream) => {
    for await (const chunk of chunks) {
      const text = chunk.choices[0]?.delta.content;
      if (text) await stream.writeSSE({ data: JSON.stringify({ text }) });
    }
  });
});

serve({ fetch: app.fetch, port: Number(PORT), hostname: "127.0.0.1" });
