import { once } from "node:events";
import { type Server, type Socket, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";

import { createOpenAI } from "@ai-sdk/openai";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { describeFailure } from "../failure-cause.ts";
import { AnswerReader } from "./answer-reader.ts";
import { type FastPath, askModel } from "./ask-model.ts";
import { FlushTimer } from "./flush-timer.ts";
import { forgetServerTraits } from "./server-traits.ts";
import { streamFetch } from "./stream-fetch.ts";

const timer = new FlushTimer(10);
let server: Server | undefined;
beforeEach(() => forgetServerTraits());
afterEach(async () => {
  server?.close();
  if (server) await once(server, "close");
});

async function serve(bytes: Buffer): Promise<string> {
  server = createServer((socket: Socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => socket.end(bytes));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

const http = (
  body: string | Buffer,
  { head = "HTTP/1.1 200 OK", type = "text/event-stream", encoding = "" } = {},
) =>
  Buffer.concat([
    Buffer.from(
      `${head}\r\ncontent-type: ${type}\r\n${encoding && `content-encoding: ${encoding}\r\n`}connection: close\r\n\r\n`,
    ),
    Buffer.from(body),
  ]);

async function ask(bytes: Buffer) {
  const baseURL = await serve(bytes);
  const model = (fastPath: FastPath) => {
    const fetch = streamFetch({ firstChunkMs: 2000, chunkGapMs: 2000, timer, fastPath });
    return createOpenAI({ baseURL, apiKey: "key", fetch }).chat("m");
  };
  let text = "";
  const errors: unknown[] = [];
  const outcome = await askModel(
    {
      model,
      server: { baseURL, model: "m" },
      instructions: "",
      prompt: "안녕",
      maxOutputTokens: 100,
      deadline: performance.now(), // no retry
      onThinking: () => {},
      onFailedTry: (error) => void errors.push(error),
    },
    (piece) => void (text += piece),
    AbortSignal.timeout(10_000),
  );
  const isWhole =
    !outcome.failure && (outcome.finishReason === "stop" || outcome.finishReason === "length") && text !== "";
  const { failure, finishReason } = outcome;
  return {
    text,
    isWhole,
    failure,
    finishReason,
    cause: errors.map((error) => describeFailure(error).cause)[0],
  };
}

const event = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;
const delta = (content: unknown, more: object = {}) =>
  event({ choices: [{ index: 0, delta: { content, ...more } }] });
const stop = event({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });
const done = "data: [DONE]\n\n";
const words = Array.from({ length: 400 }, (_, index) => `낱말${index * 7919} `);
const whole = words.join("");
const stream = words.map((word) => delta(word)).join("") + stop + done;

describe("a whole answer", () => {
  test("over HTTP/1.0, which ends with the connection", async () => {
    const answer = await ask(http(stream, { head: "HTTP/1.0 200 OK" }));
    expect(answer).toMatchObject({ text: whole, isWhole: true });
  });

  test("gives the same text wherever its bytes are cut", () => {
    const text = "가🐚é";
    const bytes = Buffer.from(delta(text) + stop + done);
    for (let at = 1; at < bytes.length; at += 1) {
      let read = "";
      const reader = new AnswerReader(new FlushTimer(1), {
        onText: (piece) => void (read += piece),
        onThinking: () => {},
        forward: () => {},
        onEnd: () => {},
      });
      reader.push(bytes.subarray(0, at));
      reader.push(bytes.subarray(at));
      reader.end();
      expect(read, `cut at ${at}`).toBe(text);
    }
  });
});

const encodings = {
  gzip: gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
} satisfies Record<string, (bytes: Buffer) => Buffer>;

describe.each(Object.entries(encodings))("an answer compressed with %s", (encoding, compress) => {
  test("and cut early is never whole", async () => {
    const bytes = compress(Buffer.from(stream));
    for (const share of [0.3, 0.6, 0.9]) {
      const answer = await ask(http(bytes.subarray(0, Math.floor(bytes.length * share)), { encoding }));
      expect(answer.isWhole, `${share}`).toBe(false);
      expect(whole.startsWith(answer.text), `${share}`).toBe(true);
    }
  });
});

/** zstd decodes whole blocks only, and has no checksum here. */
describe.each(Object.entries(encodings).filter(([name]) => name !== "zstd"))(
  "an answer compressed with %s",
  (encoding, compress) => {
    test("is whole when only the end of the compression is missing", async () => {
      const bytes = compress(Buffer.from(stream));
      const answer = await ask(http(bytes.subarray(0, -1), { encoding }));
      expect(answer).toMatchObject({ text: whole, isWhole: true });
    });

    test("and damaged is never whole", async () => {
      const bytes = Buffer.from(compress(Buffer.from(stream)));
      const half = Math.floor(bytes.length / 2);
      bytes.fill(0xff, half, half + 40);
      expect((await ask(http(bytes, { encoding }))).isWhole).toBe(false);
    });
  },
);

/** Answers that would lose text, or are no chat completion, with their failure. */
const broken: Record<string, [body: string, failure: string, cause?: string]> = {
  "a web page": [
    "<!DOCTYPE html>\n<html><body>Bad gateway</body></html>",
    "MODEL_NEEDS_REPAIR",
    "WRONG_ADDRESS",
  ],
  "plain words": ["upstream is busy\n", "interrupted"],
  nothing: ["", "interrupted"],
  "a usage alone": [event({ choices: [], usage: { prompt_tokens: 1, completion_tokens: 1 } }), "interrupted"],
  "an error after text": [
    delta("가") +
      event({ error: { message: "overloaded", type: "server_error" } }) +
      delta("나") +
      stop +
      done,
    "MODEL_UNAVAILABLE",
    "SERVER_ERROR",
  ],
  "an error on a line of its own": [
    delta("가") + '{"error":{"message":"overloaded","type":"server_error"}}\n',
    "MODEL_UNAVAILABLE",
    "SERVER_ERROR",
  ],
  "an error where each chunk has a reason": [
    event({ choices: [{ index: 0, delta: { content: "가" }, finish_reason: "stop" }] }) +
      event({ choices: [{ index: 0, delta: { content: "나" }, finish_reason: "stop" }] }) +
      event({ error: { message: "overloaded" } }),
    "MODEL_UNAVAILABLE",
    "SERVER_ERROR",
  ],
  "an event cut in its middle": [
    `${delta("가")}data: {"choices":[{"index":0,"delta":{"content":"나`,
    "MODEL_GARBLED",
    "GARBLED",
  ],
  "an array cut in its middle": [
    `[${JSON.stringify({ choices: [{ delta: { content: "가" } }] })},\n{"choices":[{"delta":{"con`,
    "MODEL_GARBLED",
    "GARBLED",
  ],
  "lines cut in their middle": [
    `${JSON.stringify({ choices: [{ delta: { content: "가" } }] })}\n{"choices":[{"delta":{"con`,
    "MODEL_GARBLED",
    "GARBLED",
  ],
  "no reason and no [DONE]": [delta("가") + delta("나"), "interrupted"],
  "a refusal after text": [
    delta("가") + delta(null, { refusal: "I cannot" }) + stop + done,
    "content-filter",
  ],
  "a refusal among parts": [
    delta([{ type: "refusal", refusal: "I cannot" }]) + stop + done,
    "content-filter",
  ],
  "a part of an unknown kind": [
    delta("가") + delta([{ type: "markdown", content: "나" }]) + stop + done,
    "MODEL_GARBLED",
    "GARBLED",
  ],
  "a tool call for an end": [
    delta("가") + event({ choices: [{ index: 0, delta: {}, finish_reason: "tool_calls" }] }) + done,
    "tool-calls",
  ],
  "choices that count the chunks": [
    ["가", "나", "다"].map((content, index) => event({ choices: [{ index, delta: { content } }] })).join("") +
      done,
    "MODEL_GARBLED",
    "GARBLED",
  ],
  "choices that are an object": [
    event({ choices: { 0: { delta: { content: "가" } } } }) + done,
    "MODEL_GARBLED",
    "GARBLED",
  ],
  "choices that are strings": [event({ choices: ["가"] }) + done, "MODEL_GARBLED", "GARBLED"],
  "a text beside the delta": [
    delta("가") +
      event({ choices: [{ index: 0, delta: { role: "assistant" }, generated_text: "나" }] }) +
      stop +
      done,
    "MODEL_GARBLED",
    "GARBLED",
  ],
  "a text under another name in the delta": [
    delta("가") + event({ choices: [{ index: 0, delta: { text: "나" } }] }) + stop + done,
    "MODEL_GARBLED",
    "GARBLED",
  ],
  "a message with more than the deltas": [
    delta("가") +
      event({ choices: [{ index: 0, message: { content: "가나다" }, finish_reason: "stop" }] }) +
      done,
    "MODEL_GARBLED",
    "GARBLED",
  ],
  "Ollama's own protocol": [
    '{"model":"m","message":{"role":"assistant","content":"가"},"done":false}\n{"model":"m","message":{"content":""},"done":true}\n',
    "MODEL_GARBLED",
    "GARBLED",
  ],
  "Ollama's generate": [
    '{"model":"m","response":"가","done":false}\n{"response":"","done":true}\n',
    "MODEL_GARBLED",
    "GARBLED",
  ],
  "Anthropic's protocol": [
    'event: message_start\ndata: {"type":"message_start","message":{"id":"m","content":[]}}\n\n' +
      'event: content_block_delta\ndata: {"type":"content_block_delta","delta":{"type":"text_delta","text":"가"}}\n\n' +
      'event: message_stop\ndata: {"type":"message_stop"}\n\n',
    "MODEL_GARBLED",
    "GARBLED",
  ],
  "the Responses protocol": [
    'event: response.output_text.delta\ndata: {"type":"response.output_text.delta","delta":"가"}\n\n' +
      'event: response.completed\ndata: {"type":"response.completed","response":{"status":"completed"}}\n\n',
    "MODEL_GARBLED",
    "GARBLED",
  ],
  "Gemini's protocol": [
    event({ candidates: [{ content: { parts: [{ text: "가" }] }, finishReason: "STOP" }] }),
    "MODEL_GARBLED",
    "GARBLED",
  ],
  "DashScope's own protocol": [
    event({ output: { text: "가", finish_reason: "stop" } }),
    "MODEL_GARBLED",
    "GARBLED",
  ],
  "a wrapped answer": [
    JSON.stringify({ code: 0, data: { choices: [{ message: { content: "가" } }] } }),
    "MODEL_GARBLED",
    "GARBLED",
  ],
};

test.each(Object.entries(broken))(
  "%s is no whole answer, and has a cause",
  async (_, [body, failure, cause]) => {
    const answer = await ask(http(body));
    expect(answer.isWhole).toBe(false);
    expect(answer.failure ?? answer.finishReason).toBe(failure);
    expect(answer.cause).toBe(cause);
  },
);

test("an answer over HTTP/1.0 that ends too early is not whole", async () => {
  const answer = await ask(http(stream.slice(0, stream.length / 2), { head: "HTTP/1.0 200 OK" }));
  expect(answer.isWhole).toBe(false);
});
