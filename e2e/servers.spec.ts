import type { Page } from "@playwright/test";
import pg from "pg";

import { cookieHeader, expect, signUpByForm, test } from "./fixtures.ts";
import { openLink } from "./support/cut-link.ts";
import { tellNewestMember } from "./support/notices.ts";
import type { OwnServer } from "./support/own-server.ts";
import { OwnServers } from "./support/own-servers.ts";

// Separate servers that are killed one after the other, on one database and one model that keep running.
test.describe.configure({ mode: "serial", timeout: 120_000 });

const servers = new OwnServers();
test.beforeAll(() => servers.open());
test.afterAll(() => servers.close());

const startServer = () => servers.start({ RUNNING_REPLIES_PER_MEMBER: "10" });

async function signUpAt(page: Page, server: OwnServer) {
  await signUpByForm(page, server.url);
  // A session cookie is valid for the host on every port, so on every server.
  const cookie = await cookieHeader(page);
  return (at: OwnServer, path: string, init: RequestInit = {}) =>
    fetch(at.url + path, { ...init, headers: { cookie, "content-type": "application/json" } });
}

type Call = Awaited<ReturnType<typeof signUpAt>>;

const write = (call: Call, at: OwnServer, date: string, body: string) =>
  call(at, `/api/diary/${date}`, { method: "PUT", body: JSON.stringify({ body }) });

const ask = (call: Call, at: OwnServer, date: string, tone: "T" | "F") =>
  call(at, `/api/diary/${date}/replies`, { method: "POST", body: JSON.stringify({ tone }) });

const repliesOf = async (call: Call, at: OwnServer, date: string) =>
  (await (await call(at, `/api/diary/${date}`)).json()).replies;

/** The chunks of an event stream, and the text that a reader has at its end. */
async function readAll(response: Response) {
  const raw = await response.text();
  const chunks = [...raw.matchAll(/^data: (\{.*)$/gm)].map(([, json]) => JSON.parse(json!));
  const lastStart = chunks.findLastIndex(({ type }) => type === "text-start");
  const deltas = chunks.slice(lastStart).filter(({ type }) => type === "text-delta");
  return {
    raw,
    text: deltas.map(({ delta }) => delta).join(""),
    attempts: chunks.filter(({ type }) => type === "text-start"),
  };
}

test("a reply written on one server is watched, and stopped, on another", async ({ page }) => {
  const [one, two] = [await startServer(), await startServer()];
  const call = await signUpAt(page, one);

  await write(call, one, "2026-11-01", "From afar. [[model delay=100 rate=60 tokens=80]]");
  const here = await ask(call, one, "2026-11-01", "T");
  const id = here.headers.get("x-reply-id");
  const attached = await ask(call, two, "2026-11-01", "T");
  expect(attached.headers.get("x-reply-id")).toBe(id);
  const there = await call(two, `/api/replies/${id}/stream`);
  const [a, b, c] = await Promise.all([readAll(here), readAll(attached), readAll(there)]);
  expect(a.text.length).toBeGreaterThan(50);
  expect([b.text, c.text]).toEqual([a.text, a.text]);
  expect(await repliesOf(call, two, "2026-11-01")).toEqual([
    expect.objectContaining({ status: "DONE", text: a.text }),
  ]);

  await write(call, one, "2026-11-02", "Stop from afar. [[model delay=10 rate=40 tokens=600]]");
  const long = await ask(call, one, "2026-11-02", "F");
  const stopped = await call(two, `/api/replies/${long.headers.get("x-reply-id")}/stop`, { method: "POST" });
  expect(stopped.status).toBe(200);
  expect((await readAll(long)).raw).toContain('{"type":"abort"}');
  await Promise.all([one.stop(), two.stop()]);
});

test("a server killed in mid-reply: another one writes the reply again, for those who watch it there", async ({
  page,
}) => {
  const [one, two] = [await startServer(), await startServer()];
  const call = await signUpAt(page, one);
  await write(call, one, "2026-11-03", "Cut. [[model delay=10 rate=30 tokens=150]]");
  const lost = await ask(call, one, "2026-11-03", "T");
  const watching = call(two, `/api/replies/${lost.headers.get("x-reply-id")}/stream`).then(readAll);
  await expect
    .poll(async () => (await repliesOf(call, two, "2026-11-03"))[0].text.length)
    .toBeGreaterThan(20);
  await one.kill();

  const { text, attempts } = await watching;
  expect(attempts.map(({ id }) => id)).toEqual(["1", "2"]);
  expect(await repliesOf(call, two, "2026-11-03")).toEqual([
    expect.objectContaining({ status: "DONE", text }),
  ]);
  // And there is a notice, in case the member has left.
  expect(await (await call(two, "/notices")).text()).toContain('href="/diary/2026-11-03"');
  await two.stop();
});

test("tabs get notices on every server, and their streams do not delay its shutdown", async ({ page }) => {
  const [one, two] = [await startServer(), await startServer()];
  const call = await signUpAt(page, one);
  const lines = await Promise.all([one, two].map((server) => call(server, "/api/notices/stream")));
  const heard = lines.map(() => "");
  const ended = lines.map(async (line, at) => {
    for await (const bytes of line.body!) heard[at] += Buffer.from(bytes).toString();
  });

  await tellNewestMember(servers.databaseUrl);
  await expect(page.getByRole("link", { name: "알림, 안 읽음 1" })).toBeVisible();
  await expect.poll(() => heard.map((text) => text.includes('"unread":1'))).toEqual([true, true]);

  const stops = await Promise.all([one.stop(), two.stop()]);
  for (const took of stops) expect(took).toBeLessThan(30_000);
  await Promise.all(ended);
});

test("the only server killed in mid-reply: every accepted reply is complete within 30 seconds of the next start", async ({
  page,
}) => {
  const one = await startServer();
  const call = await signUpAt(page, one);
  const dates = ["2026-11-04", "2026-11-05", "2026-11-06"];
  for (const date of dates) {
    await write(call, one, date, `Power cut on ${date}. [[model delay=50 rate=40 tokens=150]]`);
    for (const tone of ["T", "F"] as const)
      void ask(call, one, date, tone)
        .then(readAll)
        .catch(() => undefined);
  }
  const statuses = async (at: OwnServer) =>
    (await Promise.all(dates.map((date) => repliesOf(call, at, date)))).flat().map(({ status }) => status);
  await expect.poll(() => statuses(one)).toEqual(Array(6).fill("STREAMING"));
  await one.kill();

  const startedAt = Date.now();
  const two = await startServer();
  await expect
    .poll(() => statuses(two), { timeout: 40_000, intervals: [200] })
    .toEqual(Array(6).fill("DONE"));
  expect(Date.now() - startedAt).toBeLessThan(30_000);
  await two.stop();
});

test("a server that is stopped first ends its running reply, and notifies its reader", async ({ page }) => {
  const one = await startServer();
  const call = await signUpAt(page, one);
  await write(call, one, "2026-11-07", "Last orders. [[model delay=10 rate=60 tokens=120]]");
  const reading = ask(call, one, "2026-11-07", "F").then(readAll);
  await expect.poll(async () => (await repliesOf(call, one, "2026-11-07"))[0]?.status).toBe("STREAMING");
  const stopping = one.stop();
  const { raw, text } = await reading;
  expect(raw).toContain('{"type":"finish"}');
  await stopping;

  const two = await startServer();
  expect(await repliesOf(call, two, "2026-11-07")).toEqual([
    expect.objectContaining({ status: "DONE", text }),
  ]);
  await two.stop();
});

test("the database disconnects in mid-reply: the reader notices nothing, and the reply is saved when it is back", async ({
  page,
}) => {
  const link = await openLink(servers.postgres.port);
  const throughLink = new URL(servers.databaseUrl);
  throughLink.port = String(link.port);
  const one = await servers.start({ DATABASE_URL: throughLink.href });
  const call = await signUpAt(page, one);
  await write(call, one, "2026-11-08", "Outage. [[model delay=10 rate=40 tokens=100]]");
  const reading = ask(call, one, "2026-11-08", "T").then(readAll);
  await expect.poll(async () => (await repliesOf(call, one, "2026-11-08"))[0]?.status).toBe("STREAMING");

  link.cut();
  expect((await call(one, "/api/health")).status).toBe(503);
  const refused = await write(call, one, "2026-11-08", "not now");
  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).toBe("5");
  link.mend();

  const { text, attempts, raw } = await reading;
  expect(raw).toContain('{"type":"finish"}');
  expect(attempts).toHaveLength(1);
  expect(await repliesOf(call, one, "2026-11-08")).toEqual([
    expect.objectContaining({ status: "DONE", text }),
  ]);
  await one.stop();
  await link.close();
});

test("whatever fails, no word of a diary is in the log, the queued jobs or the metrics", async ({ page }) => {
  const link = await openLink(servers.postgres.port);
  const throughLink = new URL(servers.databaseUrl);
  throughLink.port = String(link.port);
  const one = await servers.start({
    DATABASE_URL: throughLink.href,
    METRICS_TOKEN: "a token that nobody guesses",
    MODEL_CHUNK_GAP_SECONDS: "1",
  });
  const call = await signUpAt(page, one);
  const word = `갈매기-${crypto.randomUUID()}`;
  const faults = [
    "tokens=30",
    "status=400",
    "cut=9",
    "malformed=9",
    "error=9",
    "hang=9",
    "empty",
    "finish=content_filter",
  ];
  const dates = faults.map((_, at) => `2026-10-${at + 10}`);
  for (const [at, date] of dates.entries()) {
    await write(call, one, date, `${word} [[model delay=10 rate=400 ${faults[at]}]]`);
    await readAll(await ask(call, one, date, "F"));
  }
  for (const body of [
    `{"body":"${word}`,
    `{"body":"${word.repeat(200)}"}`,
    `{"body":"${word}","baseUpdatedAt":1}`,
  ])
    expect((await call(one, "/api/diary/2026-10-01", { method: "PUT", body })).status).toBe(400);

  await write(call, one, "2026-10-02", `${word} [[model delay=10 rate=40 tokens=60]]`);
  const reading = ask(call, one, "2026-10-02", "T").then(readAll);
  await expect.poll(async () => (await repliesOf(call, one, "2026-10-02"))[0]?.status).toBe("STREAMING");
  link.cut();
  expect((await write(call, one, "2026-10-03", word)).status).toBe(503);
  link.mend();
  await reading;

  const replies = (
    await Promise.all([...dates, "2026-10-02"].map((date) => repliesOf(call, one, date)))
  ).flat();
  expect(replies.map(({ failure }) => failure)).toContain("MODEL_TIMEOUT");
  const written = [word, ...replies.map(({ text }) => text.slice(0, 12)).filter(Boolean)];
  expect(written.length).toBeGreaterThan(5);
  const headers = { authorization: "Bearer a token that nobody guesses" };
  const metrics = await (await fetch(`${one.url}/api/metrics`, { headers })).text();
  const database = new pg.Client({ connectionString: servers.databaseUrl });
  await database.connect();
  const jobs = await database.query("SELECT job::text FROM pgboss.job");
  await database.end();
  await one.stop();
  await link.close();

  expect(one.said).toContain("database connection lost");
  expect(metrics).toContain("sora_");
  expect(jobs.rows.length).toBeGreaterThan(faults.length);
  for (const place of [one.said, metrics, JSON.stringify(jobs.rows)])
    expect(written.filter((words) => place.includes(words))).toEqual([]);
});
