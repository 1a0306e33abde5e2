import { describe, expect, test } from "vitest";

import { type Refusal, adaptRequest, readRefusal } from "./adapt-request.ts";

const request = {
  model: "m",
  messages: [
    { role: "developer", content: "Be kind." },
    { role: "user", content: "안녕" },
  ],
  stream: true,
  stream_options: { include_usage: true },
  max_completion_tokens: 4000,
  reasoning_effort: "none",
};
const schema = { type: "object", properties: { a: { type: "string" } } };
const judging = {
  model: "m",
  messages: [
    { role: "system", content: "Judge." },
    { role: "user", content: "text" },
  ],
  max_tokens: 8000,
  response_format: { type: "json_schema", json_schema: { schema, name: "verdicts", strict: true } },
};

describe("what a server refuses is read from its error", () => {
  test.each<[string, typeof request | typeof judging, Refusal | null]>([
    ["Unrecognized request argument supplied: max_completion_tokens", request, "max_completion_tokens"],
    [
      "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead.",
      judging,
      "max_tokens",
    ],
    ["max_tokens is too large: 8000. This model supports at most 4096", judging, "max_tokens"],
    ["Extra inputs are not permitted: stream_options", request, "stream_options_field"],
    [
      '{"detail":[{"type":"extra_forbidden","loc":["body","stream_options"]}]}',
      request,
      "stream_options_field",
    ],
    ["Incorrect role information: developer", request, "developer"],
    ["messages[0].role: unknown variant `developer`, expected one of `system`, `user`", request, "developer"],
    [
      "Unsupported value: 'reasoning_effort' does not support 'none' with this model.",
      request,
      "reasoning_effort_field",
    ],
    ["System role not supported", judging, "system"],
    ["Developer instruction is not enabled for models/gemma-3", request, "developer"],
    ["Conversation roles must alternate user/assistant/user/assistant/...", judging, "system"],
    ["This response_format type is unavailable now", judging, "json_schema"],
    ["'response_format.type' must be one of text, json_object", judging, "json_schema"],
    ["Invalid schema for structured outputs", judging, "json_schema"],
    ["This model's maximum context length is 4096 tokens.", request, null],
    ["model 'm' not found, try pulling it first", request, null],
    ["The content was filtered", request, null],
    ["streaming failed", request, null],
  ])("%s", (error, body, refusal) => {
    expect(readRefusal(error, body)).toBe(refusal);
  });

  test("reduces a format once more when it is refused again", () => {
    const smaller = adaptRequest(judging, new Set<Refusal>(["json_schema"]));
    expect(readRefusal("response_format is not supported", smaller)).toBe("response_format");
  });
});

describe("a request without what was refused", () => {
  const adapted = (body: typeof request | typeof judging, ...refusals: Refusal[]) =>
    adaptRequest(body, new Set(refusals));

  test("uses the other length limit, and none when both are refused", () => {
    const once = adapted(judging, "max_tokens");
    expect(once).toMatchObject({ max_completion_tokens: 8000 });
    expect(once).not.toHaveProperty("max_tokens");
    const twice = adapted(judging, "max_tokens", "max_completion_tokens");
    expect(twice).not.toHaveProperty("max_tokens");
    expect(twice).not.toHaveProperty("max_completion_tokens");
  });

  test("omits any other field", () => {
    expect(adapted(request, "stream_options_field")).not.toHaveProperty("stream_options");
  });

  test("moves the instructions to the next best role", () => {
    expect(adapted(request, "developer").messages[0]).toEqual({ role: "system", content: "Be kind." });
    expect(adapted(request, "developer", "system").messages).toEqual([
      { role: "user", content: "Be kind.\n\n안녕" },
    ]);
  });

  test("states the schema in words, once, wherever the instructions are", () => {
    const object = adapted(judging, "json_schema");
    expect(object.response_format).toEqual({ type: "json_object" });
    expect(object.messages[0]!.content).toContain(JSON.stringify(schema));
    const plain = adapted(judging, "json_schema", "response_format", "system");
    expect(plain).not.toHaveProperty("response_format");
    const [message] = plain.messages as { role: string; content: string }[];
    expect(message!.content.split(JSON.stringify(schema))).toHaveLength(2);
    expect(message!.content).toMatch(/^Judge\.[\s\S]*text$/);
  });

  test("does not change when nothing of it was refused", () => {
    expect(adapted({ ...judging }, "developer", "stream_options_field")).toEqual(judging);
  });
});
