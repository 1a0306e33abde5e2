import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { startAnthropicServer } from "../../../test/anthropic-server.ts";
import { type DialectName, dialectNames } from "../../../test/dialects/dialects.ts";
import { recordedNames, replay } from "../../../test/dialects/recorded.ts";
import { startModelServer } from "../../../scripts/sample-model/server.ts";
import { captureLog } from "../../../test/captured-log.ts";
import { adaptingFetch } from "./adapting-fetch.ts";
import { type FastPath, type ModelCall, askModel } from "./ask-model.ts";
import { FlushTimer } from "./flush-timer.ts";
import { forgetServerTraits } from "./server-traits.ts";
import { streamFetch } from "./stream-fetch.ts";

const timer = new FlushTimer(10);
const servers: { close(): Promise<void> }[] = [];
beforeEach(() => forgetServerTraits());
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const paths = ["fast", "SDK"] as const;
type Path = (typeof paths)[number];

const openAiModel =
  (baseURL: string, path: Path, model = "m") =>
  (fastPath: FastPath) => {
    const patience = { firstChunkMs: 3000, chunkGapMs: 3000, timer };
    const stream = streamFetch(path === "fast" ? { ...patience, fastPath } : patience);
    const fetch = adaptingFetch(stream, { baseURL, model });
    return createOpenAI({ baseURL, apiKey: "key", fetch }).chat(model);
  };

/** Collects the text without what was retracted. */
async function ask(baseURL: string, more: Partial<ModelCall> & { path?: Path; prompt?: string } = {}) {
  const { path = "fast", ...call } = more;
  let text = "";
  let thoughts = 0;
  const startedAt = performance.now();
  const outcome = await askModel(
    {
      model: openAiModel(baseURL, path, call.server?.model),
      server: { baseURL, model: "m" },
      instructions: "tone: F",
      prompt: "안녕",
      maxOutputTokens: 100,
      deadline: performance.now() + 20_000,
      onThinking: () => {
        text = "";
        thoughts += 1;
      },
      onFailedTry: () => {},
      ...call,
    },
    (piece) => void (text += piece),
    AbortSignal.timeout(20_000),
  );
  return { text, thoughts, outcome, ms: performance.now() - startedAt };
}

const whole =
  "오늘도 참 애썼어요. 그 마음이 어디서 왔는지 같이 들여다볼까요? 🐚 작은 일 하나부터 다시 시작해도 괜찮아요. 천천히 가요.";
const refusals = ["reply-noDeveloper", "reply-noMaxTokens", "reply-noStreamOptions", "reply-redirect307"];
const wholeReplies = recordedNames("reply").filter(
  (name) => !refusals.includes(name) && name !== "reply-reasoningOnly",
);

describe.each(paths)("a recorded answer, by the %s path,", (path) => {
  test.each(wholeReplies)("%s is whole", async (name) => {
    const server = await replay([name], { cutBytes: 37 });
    servers.push(server);
    const { text, outcome, ms } = await ask(server.url, { path });
    expect(text).toBe(whole);
    expect(outcome.failure).toBeUndefined();
    expect(outcome.finishReason).toBe(name === "reply-lengthEnd" ? "length" : "stop");
    expect(ms).toBeLessThan(2900); // two seconds at most for the end
  });

  test("reply-reasoningOnly has no text and is reported as only thoughts", async () => {
    const server = await replay(["reply-reasoningOnly"]);
    servers.push(server);
    const { text, outcome } = await ask(server.url, { path });
    expect(text).toBe("");
    // The SDK's OpenAI provider drops thoughts.
    expect(outcome.hasOnlyThoughts).toBe(path === "fast");
  });
});

describe("a server that refuses a part of the request", () => {
  const cases = [
    ["reply-noDeveloper", (body: string) => !body.includes('"developer"') && body.includes('"system"')],
    ["reply-noMaxTokens", (body: string) => body.includes("max_completion_tokens")],
    ["reply-noStreamOptions", (body: string) => !body.includes("stream_options")],
  ] as const;

  test.each(cases)("%s gets the call again without it, and all later calls", async (name, isAdapted) => {
    const { lines } = captureLog();
    const server = await replay([name, "reply-finishEos"]);
    servers.push(server);
    // The SDK uses the role `developer` for models that are known to think.
    const model = name === "reply-noDeveloper" ? "gpt-6-luna" : "m";
    const call = { server: { baseURL: server.url, model } };
    expect((await ask(server.url, call)).text).toBe(whole);
    expect((await ask(server.url, call)).text).toBe(whole);
    const adapted = server.requests.map(({ body }) => isAdapted(body));
    expect(adapted).toEqual([false, true, true]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^model refuses a parameter, .* host=127\.0\.0\.1:\d+ parameter=\w+ status=4\d\d$/,
    );
    expect(lines[0]).not.toContain("안녕");
  });

  test("gets fewer parameters with each call", async () => {
    const { lines } = captureLog();
    const server = await startModelServer({ port: 0, delay: 1, rate: 2000 });
    servers.push(server);
    const prompt =
      "[[model refuse=developer,system,max_tokens,max_completion_tokens,stream_options,reasoning_effort]]";
    const call = {
      prompt,
      server: { baseURL: `${server.url}/v1`, model: "gpt-6-luna" },
      reasoning: "none" as const,
    };
    const { text, outcome } = await ask(`${server.url}/v1`, call);
    expect(text).not.toBe("");
    expect(outcome.finishReason).toBe("stop");
    expect(lines).toHaveLength(6);
  });

  test("refuses the whole call when it names no parameter that can be removed", async () => {
    const server = await startModelServer({ port: 0, delay: 1 });
    servers.push(server);
    const { outcome } = await ask(`${server.url}/v1`, { prompt: "[[model status=400]]" });
    expect(outcome).toMatchObject({ failure: "MODEL_NEEDS_REPAIR" });
  });
});

describe("a redirect", () => {
  test("with 307 is followed, with the question and the key, and remembered", async () => {
    const server = await replay(["reply-redirect307", "reply-finishEos"]);
    servers.push(server);
    expect((await ask(server.url)).text).toBe(whole);
    expect((await ask(server.url)).text).toBe(whole);
    expect(server.requests.map(({ path }) => path)).toEqual([
      "/v1/chat/completions",
      "/moved/v1/chat/completions",
      "/moved/v1/chat/completions",
    ]);
    expect(server.requests[1]!.body).toBe(server.requests[0]!.body);
  });

  test("in a loop ends", async () => {
    const server = await replay(["reply-redirect307"]);
    servers.push(server);
    const { outcome } = await ask(server.url);
    expect(outcome.failure).toBe("MODEL_NEEDS_REPAIR");
  });
});

describe("a reasoning model", () => {
  test("is known to omit the opening tag after the first reply; later replies show no thought", async () => {
    const server = await startModelServer({ port: 0, delay: 1, rate: 2000 });
    servers.push(server);
    const prompt = "[[model dialect=think-without-opening]]";
    const shown: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      const { text, thoughts } = await ask(`${server.url}/v1`, { prompt });
      expect(text).not.toContain("PRIVATE-NOTE");
      expect(thoughts).toBeGreaterThan(0);
    }
    await askModel(
      {
        model: openAiModel(`${server.url}/v1`, "fast"),
        server: { baseURL: `${server.url}/v1`, model: "m" },
        instructions: "tone: F",
        prompt,
        maxOutputTokens: 100,
        deadline: performance.now() + 20_000,
        onThinking: () => {},
        onFailedTry: () => {},
      },
      (piece) => void shown.push(piece),
      AbortSignal.timeout(20_000),
    );
    expect(shown.join("")).not.toContain("PRIVATE-NOTE");
  });
});

test.each(dialectNames)("the dialect %s gives a whole reply over HTTP", async (name: DialectName) => {
  const server = await startModelServer({ port: 0, delay: 1, rate: 100_000 });
  servers.push(server);
  const plain = await ask(`${server.url}/v1`, { prompt: "같은 글" });
  const { text, outcome } = await ask(`${server.url}/v1`, { prompt: `같은 글[[model dialect=${name}]]` });
  expect(text).toBe(plain.text);
  expect(outcome.finishReason).toBe("stop");
});

describe("another provider of the AI SDK", () => {
  const pieces = ["오늘도 ", "참 애썼", "어요. 🐚"];

  test("is read to its end without the fast path", async () => {
    const server = await startAnthropicServer([
      { type: "thinking", pieces: ["길게 ", "쓰지 말자"] },
      { type: "text", pieces },
    ]);
    servers.push(server);
    const model = () => createAnthropic({ baseURL: server.url, apiKey: "key" })("claude-haiku-4-5");
    const { text, thoughts, outcome } = await ask(server.url, { model });
    expect(text).toBe(pieces.join(""));
    expect(thoughts).toBe(1);
    expect(outcome).toMatchObject({ finishReason: "stop", usage: { outputTokens: 34 } });
  });

  test("reports when its limit cut the reply", async () => {
    const server = await startAnthropicServer([{ type: "text", pieces }], "max_tokens");
    servers.push(server);
    const model = () => createAnthropic({ baseURL: server.url, apiKey: "key" })("claude-haiku-4-5");
    expect((await ask(server.url, { model })).outcome.finishReason).toBe("length");
  });
});
