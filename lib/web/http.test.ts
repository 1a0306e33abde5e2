import { describe, expect, test } from "vitest";
import { z } from "zod";

import { errorResponse, isSameOrigin, readInput } from "./http.ts";

const request = (headers: Record<string, string>, body?: BodyInit) =>
  new Request("http://sora.test/api", { method: "POST", headers, ...(body === undefined ? {} : { body }) });

describe("a state-changing request", () => {
  test.each([
    ["from our page", { host: "sora.test", origin: "https://sora.test", "sec-fetch-site": "same-origin" }],
    ["from no page at all", { host: "sora.test" }],
    ["typed by a person", { host: "sora.test", "sec-fetch-site": "none" }],
  ])("%s passes", (_, headers) => {
    expect(isSameOrigin(request(headers))).toBe(true);
  });

  test.each([
    ["another site", { host: "sora.test", origin: "https://evil.test" }],
    ["another port", { host: "sora.test:3000", origin: "http://sora.test:4000" }],
    ["a sibling subdomain", { host: "sora.test", "sec-fetch-site": "same-site" }],
    ["a sandboxed frame", { host: "sora.test", origin: "null" }],
    [
      "the same name without TLS",
      { host: "sora.test", origin: "http://sora.test", "x-forwarded-proto": "https" },
    ],
    ["a site without an Origin", { host: "sora.test", "sec-fetch-site": "cross-site" }],
  ])("from %s is refused", (_, headers) => {
    expect(isSameOrigin(request(headers))).toBe(false);
  });

  test("behind a proxy that changes Host, the public address counts", () => {
    const proxied = request({ host: "10.0.0.5:3000", origin: "https://sora.example" });
    expect(isSameOrigin(proxied)).toBe(false);
    expect(isSameOrigin(proxied, "https://sora.example")).toBe(true);
    const inTheClear = request({ host: "sora.example", origin: "http://sora.example" });
    expect(isSameOrigin(inTheClear, "https://sora.example")).toBe(false);
  });
});

describe("a JSON body", () => {
  const json = { "content-type": "application/json; charset=utf-8" };
  const schema = z.object({ a: z.string() });

  test("is read", async () => {
    expect(await readInput(request(json, '{"a":"가"}'), schema, 100)).toEqual({
      ok: true,
      data: { a: "가" },
    });
  });

  test("is merged with the address's parameters, which take precedence", async () => {
    const both = schema.extend({ date: z.string() });
    const body = '{"a":"가","date":"2026-01-01"}';
    expect(await readInput(request(json, body), both, 100, { date: "2026-11-22" })).toEqual({
      ok: true,
      data: { a: "가", date: "2026-11-22" },
    });
  });

  test.each([
    ["of another type", { "content-type": "text/plain" }, "{}", "UNSUPPORTED_TYPE"],
    ["without a type", { "content-type": "" }, "{}", "UNSUPPORTED_TYPE"],
    ["that is too long", json, JSON.stringify("x".repeat(100)), "TOO_LARGE"],
    ["that is not JSON", json, "{oops", "INVALID_INPUT"],
    ["that is empty", json, "", "INVALID_INPUT"],
    ["that is not UTF-8", json, Buffer.from([0x22, 0xff, 0x22]), "INVALID_INPUT"],
    ["that says nothing", json, "null", "INVALID_INPUT"],
    ["that says something else", json, '{"a":1}', "INVALID_INPUT"],
  ])("%s is refused", async (_, headers, body, error) => {
    expect(await readInput(request(headers, body), schema, 100)).toEqual({ ok: false, error });
  });

  const size = 61_000;
  const repeated = (text: string) => text.repeat(Math.floor(size / text.length));
  test.each([
    ["nested lists", `${"[".repeat(size / 2)}${"]".repeat(size / 2)}`],
    ["nested objects", `${repeated('{"a":').slice(0, 30_000)}1${"}".repeat(6000)}`],
    ["a field of nested lists", `{"a":${"[".repeat(size / 2 - 4)}${"]".repeat(size / 2 - 4)}}`],
    ["many fields", `{${Array.from({ length: 6000 }, (_, index) => `"${index}":0`).join()}}`],
    ["a field many times", `{${repeated('"b":"",')}"b":""}`],
    ["a long string", JSON.stringify(repeated("x").slice(2))],
    ["a long list", `[${repeated("0,")}0]`],
    ["a prototype", '{"__proto__":{"a":"x"}}'],
  ])("of the largest size that is all %s is refused in a moment", async (_, body) => {
    const from = performance.now();
    expect(await readInput(request(json, body), schema, size + 100)).toEqual({
      ok: false,
      error: "INVALID_INPUT",
    });
    expect(performance.now() - from).toBeLessThan(200);
  });

  test("without a declared length is refused while it is read", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const init = { method: "POST", headers: json, body: endless, duplex: "half" } as RequestInit;
    expect(await readInput(new Request("http://sora.test", init), schema, 5000)).toEqual({
      ok: false,
      error: "TOO_LARGE",
    });
    expect(sent).toBeLessThan(10);
  });
});

test("closes a connection whose body was not read completely", () => {
  expect(errorResponse("TOO_LARGE").headers.get("connection")).toBe("close");
  expect(errorResponse("INVALID_INPUT").headers.get("connection")).toBeNull();
});

test("an error response has Retry-After in whole seconds", async () => {
  const response = errorResponse("TOO_MANY_RUNNING", { retryAfterSeconds: 0.2 });
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("1");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toMatchObject({ error: { code: "TOO_MANY_RUNNING" } });
});
