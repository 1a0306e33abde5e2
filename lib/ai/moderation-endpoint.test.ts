import { once } from "node:events";
import { type IncomingHttpHeaders, type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { captureLog } from "../../test/captured-log.ts";

import { env } from "../env.ts";
import { askModerationEndpoint, usesModerationEndpoint } from "./moderation-endpoint.ts";

const settings = { ...env() };
const asked: { path: string | undefined; headers: IncomingHttpHeaders; body: string }[] = [];
let answer: { status: number; body: string };
let server: Server;

const fine = { flagged: false, categories: { hate: false }, category_scores: { hate: 0.001 } };
const flagged = {
  flagged: true,
  categories: { hate: true, harassment: true, violence: false, "illicit/violent": null },
  category_scores: { hate: 0.4, harassment: 0.9, violence: 0.99, "illicit/violent": null },
};

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += String(piece);
    asked.push({ path: request.url, headers: request.headers, body });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => void server.close());
beforeEach(() => {
  asked.length = 0;
  answer = { status: 200, body: JSON.stringify({ id: "m", model: "omni", results: [fine] }) };
  const { port } = server.address() as AddressInfo;
  Object.assign(env(), {
    MODERATION_BASE_URL: `http://127.0.0.1:${port}/v1/`,
    MODERATION_API_KEY: "sk-judge",
    MODERATION_ENDPOINT: "on",
  });
});
afterEach(() => void Object.assign(env(), settings));

test("sends the judge's key, and consents to a text that is not flagged", async () => {
  expect(await askModerationEndpoint("좋아요")).toEqual({ ok: true, flagged: null });
  expect(asked).toMatchObject([{ path: "/v1/moderations", headers: { authorization: "Bearer sk-judge" } }]);
  expect(JSON.parse(asked[0]!.body)).toEqual({ model: "omni-moderation-latest", input: "좋아요" });
});

test("returns the flagged category with the highest score", async () => {
  answer.body = JSON.stringify({ results: [flagged] });
  const said = { ok: true, flagged: { category: "harassment", score: 0.9 } };
  expect(await askModerationEndpoint("나빠요")).toEqual(said);
});

test.each([
  [404, "{}"],
  [500, ""],
  [200, "<html>"],
  [200, JSON.stringify({ results: [] })],
])("treats an answer of %d with %j as a failure, with one log record", async (status, body) => {
  const { lines } = captureLog();
  answer = { status, body };
  const failed = { ok: false, error: "FAILED" };
  expect([await askModerationEndpoint("one"), await askModerationEndpoint("two")]).toEqual([failed, failed]);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^model call failed: purpose=VETO model=omni-moderation-latest /);
  expect(lines[0]).not.toContain("one");
});

test("rejects when its caller aborts", async () => {
  await expect(askModerationEndpoint("late", AbortSignal.abort(new Error("lease lost")))).rejects.toThrow(
    "lease lost",
  );
});

describe("the endpoint is used", () => {
  test.each([
    ["https://api.openai.com/v1", true],
    ["https://my.openai.azure.com/openai/v1", false],
    ["http://localhost:11434/v1", false],
    ["https://api.openai.com.evil.example/v1", false],
  ])("by default at %s: %s", async (MODERATION_BASE_URL, expected) => {
    Object.assign(env(), { MODERATION_ENDPOINT: "auto", MODERATION_BASE_URL });
    expect(usesModerationEndpoint()).toBe(expected);
  });

  test("never when it is off", async () => {
    Object.assign(env(), { MODERATION_ENDPOINT: "off", MODERATION_BASE_URL: "https://api.openai.com/v1" });
    expect(await askModerationEndpoint("any")).toEqual({ ok: false, error: "OFF" });
  });
});
