import { once } from "node:events";
import { Agent, request as httpRequest, type IncomingMessage } from "node:http";
import type { APIRequestContext, Page } from "@playwright/test";

import { cookieHeader, expect, newCredentials, signIn, signUp, test } from "./fixtures.ts";

const date = "2026-11-20";
const put = (api: APIRequestContext, body: unknown, on = date) =>
  api.put(`/api/diary/${on}`, { data: { body } });

/** Reads an event stream to its end, or until `stop` is true of the text so far. */
async function readStream(response: Response, stop: (raw: string) => boolean = () => false) {
  let raw = "";
  const decoder = new TextDecoder();
  for await (const bytes of response.body!) {
    raw += decoder.decode(bytes, { stream: true });
    if (stop(raw)) break;
  }
  const deltas = [...raw.matchAll(/^data: (\{"type":"text-delta".*)$/gm)].map(
    ([, json]) => JSON.parse(json!).delta,
  );
  return { raw, text: deltas.join("") };
}

async function fetchAs(page: Page, path: string, init: RequestInit = {}) {
  const headers = { cookie: await cookieHeader(page), "content-type": "application/json" };
  return fetch(new URL(path, page.url()), { ...init, headers: { ...headers, ...init.headers } });
}

const ask = (page: Page, tone = "F", on = date) =>
  fetchAs(page, `/api/diary/${on}/replies`, { method: "POST", body: JSON.stringify({ tone }) });

test("the server reports its health", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
  for (const kind of ["live", "ready"]) expect((await request.get(`/api/health/${kind}`)).status()).toBe(200);
});

test("security.txt names the contact for vulnerabilities", async ({ request }) => {
  const response = await request.get("/.well-known/security.txt");
  expect(response.headers()["content-type"]).toContain("text/plain");
  expect(await response.text()).toMatch(
    /^Contact: mailto:security@sora\.test\nExpires: \d{4}-[\d-]+T[\d:.]+Z\n/,
  );
});

test("what another site sends is refused in one short answer: a form, an action, a sign-in", async ({
  request,
}) => {
  const senders: Record<string, string>[] = [
    { origin: "https://evil.test" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "null" },
  ];
  const multipart = { "1_$ACTION_ID_7f": "", email: "a@sora.test" };
  for (const headers of senders) {
    const answers = await Promise.all([
      request.post("/signin", { headers, multipart }),
      request.post("/gyms", { headers: { ...headers, "next-action": "7f" }, data: "[]" }),
      request.post("/api/auth/callback/credentials", {
        headers,
        form: { email: "a@sora.test", password: "x" },
      }),
    ]);
    for (const answer of answers) {
      expect(answer.status()).toBe(403);
      expect(await answer.json()).toMatchObject({ error: { code: "CROSS_ORIGIN" } });
    }
  }
});

test("a page is made, changed, read, listed and deleted", async ({ memberPage: page }) => {
  const api = page.request;
  const made = await put(api, "첫 페이지 🌊");
  expect(made.status()).toBe(201);
  expect(await made.json()).toEqual({
    entry: {
      date,
      body: "첫 페이지 🌊",
      fingerprint: expect.any(String),
      updatedAt: expect.stringMatching(/Z$/),
    },
  });
  expect((await put(api, "두 번째")).status()).toBe(200);

  const read = await api.get(`/api/diary/${date}`);
  expect(read.headers()["cache-control"]).toContain("no-store");
  expect(await read.json()).toMatchObject({ entry: { date, body: "두 번째" }, replies: [] });

  for (let day = 1; day <= 12; day += 1) await put(api, `${day}`, `2026-10-${String(day).padStart(2, "0")}`);
  const first = await (await api.get("/api/diary?limit=10")).json();
  expect(first.entries.map((entry: { date: string }) => entry.date).slice(0, 2)).toEqual([
    date,
    "2026-10-12",
  ]);
  const rest = await (await api.get(`/api/diary?before=${first.nextBefore}`)).json();
  expect(rest.entries).toHaveLength(3);
  expect(rest.nextBefore).toBeNull();

  expect((await api.delete(`/api/diary/${date}`)).status()).toBe(204);
  expect((await api.get(`/api/diary/${date}`)).status()).toBe(404);
  expect((await api.delete(`/api/diary/${date}`)).status()).toBe(404);
});

test("a reply streams as a UI message stream, is saved, and its stream then ends", async ({
  memberPage: page,
}) => {
  await put(page.request, "바다를 오래 봤다. [[model delay=30 rate=300]]");
  const response = await ask(page, "T");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  expect(response.headers.get("x-vercel-ai-ui-message-stream")).toBe("v1");
  expect(response.headers.get("content-encoding")).toBeNull();
  const id = response.headers.get("x-reply-id");

  const { raw, text } = await readStream(response);
  expect(raw).toMatch(/^data: \{"type":"start","messageId":"[^"]+"}\n\n/);
  expect(raw).toMatch(/data: \{"type":"finish"}\n\ndata: \[DONE\]\n\n$/);

  const { replies } = await (await page.request.get(`/api/diary/${date}`)).json();
  expect(replies).toEqual([
    expect.objectContaining({ id, tone: "T", status: "DONE", text, createdAt: expect.stringMatching(/Z$/) }),
  ]);
  expect((await page.request.get(`/api/replies/${id}/stream`)).status()).toBe(204);
});

test("the stream of a running reply starts with its first word for everyone", async ({
  memberPage: page,
}) => {
  await put(page.request, "Two readers. [[model delay=30 rate=60 tokens=60]]");
  const first = await ask(page);
  const id = first.headers.get("x-reply-id");
  const second = await ask(page);
  expect(second.headers.get("x-reply-id")).toBe(id);
  const third = await fetchAs(page, `/api/replies/${id}/stream`);
  const [a, b, c] = await Promise.all([first, second, third].map((response) => readStream(response)));
  expect(b!.raw).toBe(a!.raw);
  expect(c!.raw).toBe(a!.raw);
});

test("stop keeps what was written", async ({ memberPage: page }) => {
  await put(page.request, "Stop. [[model delay=10 rate=40 tokens=400]]");
  const response = await ask(page);
  const id = response.headers.get("x-reply-id");
  const reading = readStream(response);
  await expect
    .poll(async () => (await (await page.request.get(`/api/diary/${date}`)).json()).replies[0].text.length)
    .toBeGreaterThan(0);
  expect((await page.request.post(`/api/replies/${id}/stop`)).status()).toBe(200);
  const { raw, text } = await reading;
  expect(raw).toContain('{"type":"abort"}');
  const { replies } = await (await page.request.get(`/api/diary/${date}`)).json();
  expect(replies[0]).toMatchObject({ status: "STOPPED", text });
  expect((await page.request.post(`/api/replies/${id}/stop`)).status()).toBe(200);
});

test("a page that was changed elsewhere is not overwritten", async ({ memberPage: page }) => {
  const { entry } = await (await put(page.request, "v1")).json();
  const other = await (await put(page.request, "v2")).json();
  const late = await page.request.put(`/api/diary/${date}`, {
    data: { body: "mine", baseUpdatedAt: entry.updatedAt },
  });
  expect(late.status()).toBe(409);
  expect(await late.json()).toMatchObject({ error: { code: "CONFLICT" }, entry: other.entry });
});

test.describe("bad input is refused with plain codes", () => {
  test("a date that is no day, or that has not begun in any time zone", async ({ memberPage: page }) => {
    for (const bad of [
      "2026-02-30",
      "2026-13-01",
      "20261120",
      "today",
      "9999-01-01",
      "%00",
      "2026-11-20%20",
    ]) {
      const answer = await put(page.request, "x", bad);
      expect(answer.status(), bad).toBe(400);
      expect(await answer.json()).toEqual({ error: { code: "INVALID_INPUT", message: expect.any(String) } });
    }
    expect((await page.request.get("/api/diary/2026-02-30")).status()).toBe(400);
    expect((await page.request.get("/api/diary?before=never")).status()).toBe(400);
    expect((await page.request.get("/api/diary?limit=0")).status()).toBe(400);
    expect((await page.request.get("/api/diary/months/2026-13")).status()).toBe(400);
    expect((await page.request.get("/api/diary?limit=1e9")).status()).toBe(400);
  });

  test("text that is empty, too long or no text", async ({ memberPage: page }) => {
    const lone = JSON.stringify({ body: "x" }).replace("x", "\\ud83c");
    for (const body of ["", "  \n ", "가".repeat(5001), 7, null, ["x"], { x: 1 }]) {
      expect((await put(page.request, body)).status(), JSON.stringify(body)?.slice(0, 20)).toBe(400);
    }
    expect((await fetchAs(page, `/api/diary/${date}`, { method: "PUT", body: lone })).status).toBe(400);
    expect((await put(page.request, "🌊".repeat(5000))).status()).toBe(201);
  });

  test("a body that is not JSON, of another type, or far too large", async ({ memberPage: page }) => {
    const send = (body: string, type = "application/json") =>
      fetchAs(page, `/api/diary/${date}`, { method: "PUT", body, headers: { "content-type": type } });
    for (const body of ["{oops", "", "null", "[]", '"text"', "7"])
      expect((await send(body)).status, body).toBe(400);
    expect((await send('{"body":"x"}', "text/plain")).status).toBe(415);
    expect((await send("body=x", "application/x-www-form-urlencoded")).status).toBe(415);
    expect((await send(JSON.stringify({ body: "x".repeat(200_000) }))).status).toBe(413);
  });

  test("a body without a declared length that never ends does not block the next call", async ({
    memberPage: page,
  }) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const call = async (method: string, path: string, body = "") => {
      const headers = { cookie: await cookieHeader(page), "content-type": "application/json" };
      const sent = httpRequest(new URL(path, page.url()), { agent, method, headers });
      if (body) sent.write(body);
      sent.end();
      const [response] = (await once(sent, "response")) as [IncomingMessage];
      await response.toArray();
      return response.statusCode;
    };
    const tooLong = JSON.stringify({ body: "x".repeat(3_000_000) });
    const from = performance.now();
    expect(await call("PUT", `/api/diary/${date}`, tooLong)).toBe(413);
    expect(await call("GET", "/api/health")).toBe(200);
    expect(performance.now() - from).toBeLessThan(4_000);
    agent.destroy();
  });

  test("a path with invalid escapes is answered as not found", async ({ memberPage: page }) => {
    for (const [path, status] of [
      ["/api/diary/%E0%A4%A", 400],
      ["/api/replies/%/stream", 404],
      ["/gyms/%E0%A4%A", 404],
      ["/diary/%E0%A4%A", 404],
    ] as const)
      expect((await fetchAs(page, path)).status, path).toBe(status);
  });

  test("an unknown tone, a reply to a missing page, a missing reply", async ({ memberPage: page }) => {
    await put(page.request, "page");
    for (const tone of ["t", "X", "", "__proto__"]) expect((await ask(page, tone)).status, tone).toBe(400);
    expect((await ask(page, "T", "2026-11-01")).status).toBe(404);
    for (const id of ["nonsense", crypto.randomUUID(), "%27%3B--"]) {
      expect((await page.request.get(`/api/replies/${id}/stream`)).status(), id).toBe(404);
      expect((await page.request.post(`/api/replies/${id}/stop`)).status(), id).toBe(404);
    }
  });
});

/** Every call, with valid input. */
const calls = (day: string, replyId: string) =>
  [
    ["GET", "/api/diary", null],
    ["GET", `/api/diary/${day}`, null],
    ["GET", "/api/diary/months/2026-11", null],
    ["PUT", `/api/diary/${day}`, { body: "not mine" }],
    ["DELETE", `/api/diary/${day}`, null],
    ["POST", `/api/diary/${day}/replies`, { tone: "T" }],
    ["GET", `/api/replies/${replyId}/stream`, null],
    ["POST", `/api/replies/${replyId}/stop`, null],
    ["PUT", `/api/replies/${replyId}/feedback`, { feedback: "UP" }],
  ] as const;

test("every call is 401 without a session", async ({ request }) => {
  for (const [method, path, data] of calls(date, crypto.randomUUID())) {
    const answer = await request.fetch(path, { method, ...(data && { data }) });
    expect(answer.status(), `${method} ${path}`).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: "UNAUTHENTICATED" } });
  }
});

test("a path without a call is answered like any error, for every method", async ({ request }) => {
  const paths = [
    "/api",
    "/api/nothing",
    "/api/auth",
    `/api/diary/${date}/nothing`,
    "/api/replies/%E0%A4%A",
    // The same without the metrics token.
    "/api/metrics",
  ];
  for (const path of paths) {
    for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const answer = await request.fetch(path, { method });
      expect(answer.status(), `${method} ${path}`).toBe(404);
      expect(answer.headers(), `${method} ${path}`).toMatchObject({
        "content-type": "application/json",
        "cache-control": "no-store",
      });
      if (method !== "HEAD")
        expect(await answer.json()).toEqual({ error: { code: "NOT_FOUND", message: expect.any(String) } });
    }
  }
});

test("a method that a call does not have is refused, and OPTIONS names those it has", async ({ request }) => {
  const options = await request.fetch(`/api/diary/${date}`, { method: "OPTIONS" });
  expect(options.status()).toBe(204);
  expect(options.headers().allow).toBe("DELETE, GET, HEAD, OPTIONS, PUT");
  for (const method of ["POST", "PATCH"])
    expect((await request.fetch(`/api/diary/${date}`, { method })).status(), method).toBe(405);
});

test("a stranger finds nothing of mine, and I still find everything", async ({
  memberPage: page,
  browser,
}) => {
  await put(page.request, "Mine alone. [[model delay=10 rate=400]]");
  const response = await ask(page);
  const { text } = await readStream(response);
  const replyId = response.headers.get("x-reply-id")!;

  const stranger = await browser.newPage();
  await signUp(stranger, newCredentials());
  // The path of a day leads everyone to their own page: not found, created, deleted. My reply is not found either.
  const statuses = [200, 404, 200, 201, 204, 404, 404, 404, 404];
  for (const [index, [method, path, data]] of calls(date, replyId).entries()) {
    const answer = await stranger.request.fetch(path, { method, ...(data && { data }) });
    expect(answer.status(), `${method} ${path}`).toBe(statuses[index]);
    expect(await answer.text()).not.toContain("Mine alone");
  }
  await stranger.close();

  const mine = await (await page.request.get(`/api/diary/${date}`)).json();
  expect(mine.entry.body).toContain("Mine alone");
  expect(mine.replies).toEqual([expect.objectContaining({ id: replyId, text, feedback: null })]);
});

test("a call from another site changes nothing", async ({ memberPage: page }) => {
  await put(page.request, "safe");
  for (const [method, path, data] of calls(date, crypto.randomUUID())) {
    if (method === "GET") continue;
    const foreign: Record<string, string>[] = [
      { origin: "https://evil.test" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ];
    for (const headers of foreign) {
      const answer = await fetchAs(page, path, {
        method,
        headers,
        ...(data && { body: JSON.stringify(data) }),
      });
      expect(answer.status, `${method} ${path} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
  expect((await (await page.request.get(`/api/diary/${date}`)).json()).entry.body).toBe("safe");
});

test("a session that ends in mid-reply changes nothing: the reply is saved for its owner", async ({
  memberPage: page,
  member,
}) => {
  await put(page.request, "The cookie goes. [[model delay=10 rate=80 tokens=80]]");
  const response = await ask(page);
  await page.context().clearCookies();
  const { raw, text } = await readStream(response);
  expect(raw).toContain('{"type":"finish"}');
  expect((await page.request.get(`/api/diary/${date}`)).status()).toBe(401);

  await signIn(page, member);
  const { replies } = await (await page.request.get(`/api/diary/${date}`)).json();
  expect(replies).toEqual([expect.objectContaining({ status: "DONE", text })]);
});
