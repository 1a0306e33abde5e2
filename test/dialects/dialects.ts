import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";

type Said = { tokens: string[]; usage: object | null };
type Chunk = { choices?: object[]; usage?: object | null; [field: string]: unknown };

/** How a server's response differs from OpenAI's. */
type Dialect = {
  /** "" sends no content type. */
  contentType?: string;
  encoding?: { name: string; compress: (bytes: Buffer) => Buffer };
  preamble?: string;
  /** Frames one event: its JSON or `[DONE]`. `at` is its index. */
  frame?: (data: string, at: number) => string;
  text?: (said: Said) => Chunk[];
  end?: (said: Said) => Chunk[];
  done?: string | null;
  trailer?: string;
  ending?: "end" | "open" | "reset";
  whole?: (said: Said) => object;
};

const delta = (content: unknown, more: object = {}): Chunk => ({
  choices: [{ index: 0, delta: { content, ...more }, finish_reason: null }],
});
const finished = (reason: string | null, choice: object = {}): Chunk => ({
  choices: [{ index: 0, delta: {}, finish_reason: reason, ...choice }],
});
const texts = ({ tokens }: Said) => tokens.map((token) => delta(token));
const thought = "사용자가 힘들다고 한다. PRIVATE-NOTE 조언은 짧게.";
const pieces = (text: string) => text.match(/[\s\S]{1,3}/g) ?? [];
const written = (text: string) => pieces(text).map((piece) => delta(piece));
const ending = (reason: string | null) => (said: Said) => [
  finished(reason),
  ...(said.usage ? [{ choices: [], usage: said.usage }] : []),
];

const framed = (frame: Dialect["frame"]): Dialect => ({ ...(frame && { frame }) });
const finishing = (reason: string): Dialect => ({ end: ending(reason) });
const thinking = (open: string, close: string): Dialect => ({
  text: (said) => [...written(`${open}${thought}${close}`), ...texts(said)],
});

/** Ways to send the same complete reply. Each was seen from a public server or gateway. */
const dialects = {
  plain: {},
  nospace: framed((data) => `data:${data}\n\n`),
  "two-spaces": framed((data) => `data:  ${data}\n\n`),
  crlf: framed((data) => `data: ${data}\r\n\r\n`),
  cr: framed((data) => `data: ${data}\r\r`),
  "mixed-lines": framed((data, at) => `data: ${data}${["\n\n", "\r\n\r\n", "\r\r", "\n\r\n"][at % 4]}`),
  "event-line": framed((data) => `event: message\ndata: ${data}\n\n`),
  "event-line-after": framed((data) => `data: ${data}\nevent: message\n\n`),
  "id-line": framed((data, at) => `id: ${at}\nretry: 500\ndata: ${data}\nid: ${at}\n\n`),
  "unknown-field": framed((data) => `x-request: 1\ndata: ${data}\n\n`),
  "comment-glued": framed((data) => `: keepalive\ndata: ${data}\n: more\n\n`),
  "comment-before": { preamble: ": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n" },
  "several-lines": framed(
    (data) =>
      `${(data === "[DONE]" ? data : JSON.stringify(JSON.parse(data), null, 1)).replaceAll(/^/gm, "data: ")}\n\n`,
  ),
  bom: { preamble: "\uFEFF" },
  "blank-lines": { preamble: "\n\n\n", ...framed((data) => `data: ${data}\n\n\n\n`) },
  "no-blank-lines": framed((data) => `data: ${data}\n`),
  heartbeat: { preamble: 'event: ping\ndata: {"type":"ping"}\n\nevent: heartbeat\ndata: x\n\n' },
  "no-last-blank-line": { done: "data: [DONE]" },
  tabs: framed((data) => `data:\t${data}\t\n\n`),
  "tab-before-colon": framed((data) => `data\t: ${data}\n\n`),
  "capital-fields": framed((data, at) => `EVENT: message\nDATA: ${data}\nID: ${at}\n\n`),
  "capital-now-and-then": framed((data, at) => `${at % 3 === 1 ? "Data" : "data"}: ${data}\n\n`),
  "capital-without-blank-lines": framed((data, at) => `${at % 2 ? "Data" : "data"}: ${data}\n`),
  "bom-each": framed((data) => `\uFEFFdata: ${data}\n\n`),
  "bom-alone": framed((data) => `\uFEFF\ndata: ${data}\n\n`),
  "bare-lines": { preamble: ": json follows\n", frame: (data) => (data === "[DONE]" ? "" : `${data}\n`) },
  "type-missing": { contentType: "" },
  "type-json": { contentType: "application/json" },
  "type-text": { contentType: "text/plain; charset=utf-8" },
  "type-octets": { contentType: "application/octet-stream" },
  "type-shouted": { contentType: "Text/Event-Stream;charset=UTF-8" },
  gzip: { encoding: { name: "gzip", compress: gzipSync } },
  "gzip-shouted": { encoding: { name: "GZIP", compress: gzipSync } },
  deflate: { encoding: { name: "deflate", compress: deflateSync } },
  brotli: { encoding: { name: "br", compress: brotliCompressSync } },
  zstd: { encoding: { name: "zstd", compress: zstdCompressSync } },
  "not-streamed": { whole: (said) => wholeAnswer(said) },
  "not-streamed-parts": {
    whole: (said) => wholeAnswer(said, [{ type: "text", text: said.tokens.join("") }]),
  },
  "not-streamed-as-events": { contentType: "text/event-stream", whole: (said) => wholeAnswer(said) },
  "json-lines": { contentType: "application/x-ndjson", frame: (data) => `${data}\n`, done: null },
  "json-array": {
    contentType: "application/json",
    preamble: "[",
    frame: (data, at) => `${at > 0 ? ",\n" : ""}${data}`,
    done: "\n]",
  },
  parts: { text: ({ tokens }) => tokens.map((token) => delta([{ type: "text", text: token }])) },
  "parts-of-other-kinds": {
    text: ({ tokens }) =>
      tokens.map((token, at) =>
        delta([
          { type: "image_url", image_url: { url: "data:," } },
          at % 2
            ? { type: "output_text", text: token, annotations: [] }
            : { type: "text", text: { value: token } },
          { type: "reference", reference_ids: [1] },
        ]),
      ),
  },
  "tool-calls-beside": {
    text: ({ tokens }) =>
      tokens.map((token) => delta(token, { tool_calls: [{ index: 0, function: { arguments: "{" } }] })),
  },
  "other-choice-first": {
    text: ({ tokens }) =>
      tokens.flatMap((token) => [
        { choices: [{ index: 1, delta: { content: "OTHER" }, finish_reason: null }] },
        delta(token),
      ]),
    end: () => [{ choices: [{ index: 1, delta: {}, finish_reason: "length" }] }, finished("stop")],
  },
  "two-choices": {
    text: ({ tokens }) =>
      tokens.map((content) => ({
        choices: [
          { index: 1, delta: { content: "OTHER" } },
          { index: 0, delta: { content } },
        ],
      })),
  },
  "index-from-one": {
    text: ({ tokens }) => tokens.map((content) => ({ choices: [{ index: 1, delta: { content } }] })),
    end: () => [{ choices: [{ index: 1, delta: {}, finish_reason: "stop" }] }],
  },
  "index-in-quotes": {
    text: ({ tokens }) => tokens.map((content) => ({ choices: [{ index: "0", delta: { content } }] })),
  },
  "no-index": { text: ({ tokens }) => tokens.map((content) => ({ choices: [{ delta: { content } }] })) },
  "role-only": {
    text: (said) => [
      delta(undefined, { role: "assistant" }),
      delta(null, { role: "assistant" }),
      ...texts(said),
      delta("", { role: "assistant" }),
    ],
  },
  logprobs: {
    text: ({ tokens }) =>
      tokens.map((content) => ({
        choices: [
          {
            index: 0,
            delta: { content },
            logprobs: { content: [{ token: content, logprob: -1, bytes: [1] }] },
          },
        ],
      })),
  },
  "completions-text": {
    text: ({ tokens }) => tokens.map((text) => ({ choices: [{ index: 0, text, finish_reason: null }] })),
  },
  "message-cumulative": {
    text: ({ tokens }) =>
      tokens.map((_, at) => ({
        choices: [
          { index: 0, message: { content: tokens.slice(0, at + 1).join("") }, finish_reason: "null" },
        ],
      })),
  },
  "delta-empty-message-last": {
    end: ({ tokens }) => [
      { choices: [{ index: 0, delta: {}, message: { content: tokens.join("") }, finish_reason: "stop" }] },
    ],
  },
  "error-empty": {
    text: ({ tokens }) => tokens.map((token, at) => ({ ...delta(token), error: at % 2 ? "" : {} })),
  },
  "message-for-delta": {
    text: ({ tokens }) => tokens.map((content) => ({ choices: [{ index: 0, message: { content } }] })),
  },
  "delta-and-message": {
    text: ({ tokens }) =>
      tokens.map((content, at) => ({
        choices: [{ index: 0, delta: { content }, message: { content: tokens.slice(0, at + 1).join("") } }],
      })),
  },
  "whole-message-last": {
    end: ({ tokens }) => [
      { choices: [{ index: 0, message: { content: tokens.join("") }, finish_reason: "stop" }] },
    ],
  },
  "empty-choices-first": {
    text: (said) => [{ choices: [], prompt_filter_results: [{ prompt_index: 0 }] }, ...texts(said)],
  },
  "odd-companions": {
    text: ({ tokens }) =>
      tokens.map((token) => ({
        ...delta(token, {
          role: "assistant",
          tool_calls: [],
          function_call: null,
          refusal: null,
          audio: null,
        }),
        usage: null,
        error: null,
        service_tier: "default",
      })),
  },
  "role-every-time": { text: ({ tokens }) => tokens.map((token) => delta(token, { role: "model" })) },
  "one-chunk": { text: ({ tokens }) => [delta(tokens.join(""))] },
  "text-with-the-end": {
    text: ({ tokens }) => texts({ tokens: tokens.slice(0, -1), usage: null }),
    end: ({ tokens }) => [finished("stop", { delta: { content: tokens.at(-1) } })],
  },
  "usage-in-each": {
    text: ({ tokens }) =>
      tokens.map((token, at) => ({ ...delta(token), usage: { prompt_tokens: 9, completion_tokens: at } })),
  },
  "usage-without-choices": { end: ({ usage }) => [finished("stop"), { usage }] },
  "usage-null": {
    text: ({ tokens }) => tokens.map((token) => ({ ...delta(token), usage: null })),
    end: () => [{ ...finished("stop"), usage: null }],
  },
  "usage-odd": { end: () => [finished("stop"), { choices: [], usage: { prompt_tokens: "9", total: 1.5 } }] },
  eos: finishing("eos"),
  "eos-token": finishing("eos_token"),
  "end-turn": finishing("end_turn"),
  "stop-sequence": finishing("stop_sequence"),
  "stop-shouted": finishing("STOP"),
  "no-reason": { end: ending(null) },
  "reason-empty": {
    text: ({ tokens }) =>
      tokens.map((content) => ({ choices: [{ index: 0, delta: { content }, finish_reason: "" }] })),
  },
  "reason-in-each": {
    text: ({ tokens }) =>
      tokens.map((content) => ({ choices: [{ index: 0, delta: { content }, finish_reason: "stop" }] })),
  },
  "reason-and-usage-in-each": {
    text: ({ tokens }) =>
      tokens.map((content, at) => ({
        choices: [{ index: 0, delta: { content }, finish_reason: "stop" }],
        usage: { prompt_tokens: 9, completion_tokens: at },
      })),
    end: () => [],
  },
  "reason-before-last-text": {
    text: ({ tokens }) => [...texts({ tokens: tokens.slice(0, -1), usage: null }), finished("stop")],
    end: ({ tokens }) => [delta(tokens.at(-1))],
  },
  "no-done": { done: null },
  "done-again": { trailer: "data: [DONE]\n\n" },
  "done-lower": { done: "data: [done]\n\n" },
  "open-after-done": { ending: "open" },
  "open-after-finish": { end: () => [finished("stop")], done: null, ending: "open" },
  "reset-after-done": { ending: "reset" },
  "reset-after-finish": { done: null, ending: "reset" },
  "garbage-after-done": { trailer: "data: {oops\n\n<html>502</html>\n\n" },
  "garbage-after-finish": { done: null, trailer: "data: {oops\n\n" },
  "error-after-done": { trailer: 'data: {"error":{"message":"upstream closed"}}\n\n' },
  think: thinking("<think>\n", "\n</think>\n\n"),
  "think-inline": thinking("<think>", "</think>"),
  "think-shouted": thinking("<THINK>", "</THINK>\n"),
  "think-empty": { text: (said) => [...written("<think>\n\n</think>\n\n"), ...texts(said)] },
  "think-twice": {
    text: (said) => [
      ...written(`<think>${thought}</think>`),
      ...written(`\n<think>${thought}</think>\n`),
      ...texts(said),
    ],
  },
  "think-without-opening": { text: (said) => [...written(`${thought}\n</think>\n\n`), ...texts(said)] },
  "thinking-tag": thinking("<thinking>", "</thinking>"),
  "bracket-think": thinking("[THINK]", "[/THINK]"),
  "kimi-think": thinking("◁think▷", "◁/think▷"),
  channels: thinking(
    "<|channel|>analysis<|message|>",
    "<|end|><|start|>assistant<|channel|>final<|message|>",
  ),
  "channels-bare": thinking("analysisThe user is sad. ", "assistantfinal"),
  "reasoning-content": {
    text: (said) => [
      ...pieces(thought).map((piece) => delta(null, { reasoning_content: piece })),
      ...texts(said),
    ],
  },
  reasoning: {
    text: (said) => [...pieces(thought).map((piece) => delta("", { reasoning: piece })), ...texts(said)],
  },
  "reasoning-details": {
    text: (said) => [
      delta("", { reasoning_details: [{ type: "reasoning.text", text: thought }] }),
      ...texts(said),
    ],
  },
  "thinking-parts": {
    text: (said) => [
      delta([{ type: "thinking", thinking: [{ type: "text", text: thought }] }]),
      ...texts(said),
    ],
  },
  "eos-in-text": { text: (said) => [...texts(said), delta("<|im_end|>")] },
} satisfies Record<string, Dialect>;

export type DialectName = keyof typeof dialects;
export const dialectNames = Object.keys(dialects) as DialectName[];

function wholeAnswer({ tokens, usage }: Said, content: unknown = tokens.join("")): object {
  const message = { role: "assistant", content };
  return { object: "chat.completion", choices: [{ index: 0, finish_reason: "stop", message }], usage };
}

/** The bytes to send: content type, encoding, parts in order, and the end of the connection. */
export function inDialect(name: DialectName, said: Said) {
  const dialect: Dialect = dialects[name];
  const { contentType = "text/event-stream", encoding, ending: connection = "end" } = dialect;
  const parts = dialect.whole ? [JSON.stringify(dialect.whole(said))] : eventsOf(dialect, said);
  const bytes = parts.map((part) => Buffer.from(part));
  return {
    contentType: dialect.whole && !dialect.contentType ? "application/json" : contentType,
    encoding: encoding?.name,
    parts: encoding ? [encoding.compress(Buffer.concat(bytes))] : bytes,
    ending: connection,
  };
}

function eventsOf(dialect: Dialect, said: Said): string[] {
  const { frame = (data: string) => `data: ${data}\n\n`, text = texts, end = ending("stop") } = dialect;
  const head = { id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "m" };
  const chunks = [...text(said), ...end(said)].map((chunk, at) =>
    frame(JSON.stringify({ ...head, ...chunk }), at),
  );
  const done = dialect.done === undefined ? frame("[DONE]", chunks.length) : (dialect.done ?? "");
  return [dialect.preamble ?? "", ...chunks, done, dialect.trailer ?? ""].filter((part) => part !== "");
}
