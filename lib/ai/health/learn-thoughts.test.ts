import { createOpenAI } from "@ai-sdk/openai";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Behaviour } from "../../../scripts/sample-model/behaviour.ts";
import type { DialectName } from "../../../test/dialects/dialects.ts";
import { startModelServer } from "../../../scripts/sample-model/server.ts";
import { askModel } from "../wire/ask-model.ts";
import { FlushTimer } from "../wire/flush-timer.ts";
import { forgetServerTraits, serverTraits } from "../wire/server-traits.ts";
import { streamFetch } from "../wire/stream-fetch.ts";
import { askBriefly } from "./ask-briefly.ts";
import { learnThoughts } from "./learn-thoughts.ts";

let fake: Awaited<ReturnType<typeof startModelServer>>;
beforeEach(async () => {
  forgetServerTraits();
  fake = await startModelServer({ port: 0, delay: 1, rate: 1000 });
});
afterEach(() => fake.close());

const serverOf = (model: string) => ({ baseURL: `${fake.url}/v1`, apiKey: "key", model });

async function answerNext(behaviour: Partial<Behaviour>) {
  await fetch(`${fake.url}/control`, { method: "POST", body: JSON.stringify({ next: [behaviour] }) });
}

async function learn(model: string) {
  const response = await fetch(`${fake.url}/v1/chat/completions`, {
    method: "POST",
    body: JSON.stringify({ model, stream: true, messages: [{ role: "user", content: "Say OK." }] }),
  });
  await learnThoughts(serverOf(model), { first: [], rest: response.body!.getReader() });
  return serverTraits(serverOf(model)).beginsInThought;
}

test.each<[DialectName, boolean | null]>([
  ["think-without-opening", true],
  ["think", false],
  ["channels", false],
  ["reasoning-content", false],
  ["thinking-parts", false],
  ["plain", null],
  ["not-streamed", null],
])("learns from the dialect %s whether the text begins in a thought: %s", async (dialect, begins) => {
  await answerNext({ dialect });
  expect(await learn("m")).toBe(begins);
});

test("learns it for one model of one server", async () => {
  await answerNext({ dialect: "think-without-opening" });
  await learn("thinker");
  expect(serverTraits(serverOf("other")).beginsInThought).toBeNull();
});

test("learns nothing from an answer that breaks off", async () => {
  await answerNext({ cut: 2 });
  expect(await learn("m")).toBeNull();
});

test("after the check at the start, even the first reply shows no thought", async () => {
  await answerNext({ dialect: "think-without-opening" });
  const server = serverOf("m");
  expect((await askBriefly(server, { learnsThoughts: true })).ok).toBe(true);
  await vi.waitFor(() => expect(serverTraits(server).beginsInThought).toBe(true));

  let shown = "";
  const patience = { firstChunkMs: 3000, chunkGapMs: 3000, timer: new FlushTimer(10) };
  await askModel(
    {
      model: (fastPath) =>
        createOpenAI({ ...server, fetch: streamFetch({ ...patience, fastPath }) }).chat(server.model),
      server,
      instructions: "tone: F",
      prompt: "[[model dialect=think-without-opening]]",
      maxOutputTokens: 100,
      deadline: performance.now() + 10_000,
      onThinking: () => {},
      onFailedTry: () => {},
    },
    (piece) => void (shown += piece), // includes text that was retracted
    AbortSignal.timeout(10_000),
  );
  expect(shown).not.toBe("");
  expect(shown).not.toContain("PRIVATE-NOTE");
});

test("does not wait for an endless answer, and reports a refused call", async () => {
  await answerNext({ endless: true });
  expect((await askBriefly(serverOf("m"), { learnsThoughts: true })).ok).toBe(true);
  await answerNext({ status: 401 });
  expect((await askBriefly(serverOf("m"), { learnsThoughts: true })).ok).toBe(false);
});
