import { setTimeout as sleep } from "node:timers/promises";

import { cookieHeader, expect, signUpByForm, test } from "./fixtures.ts";
import { tellNewestMember } from "./support/notices.ts";
import type { OwnServer } from "./support/own-server.ts";
import { OwnServers } from "./support/own-servers.ts";
import { pgbouncerMissing, startPgbouncer } from "./support/pgbouncer.ts";

// Two servers behind one PgBouncer in transaction mode with ten sessions.
test.describe.configure({ timeout: 120_000 });
test.skip(pgbouncerMissing !== undefined, pgbouncerMissing);

const servers = new OwnServers();
let pooler: Awaited<ReturnType<typeof startPgbouncer>>;
test.beforeAll(async () => {
  await servers.open();
  pooler = await startPgbouncer(servers.databaseUrl);
});
test.afterAll(async () => {
  await servers.close();
  await pooler.close();
});

test("two servers behind PgBouncer in transaction mode work as without it", async ({ page }) => {
  const settings = {
    DATABASE_URL: pooler.url,
    DATABASE_DIRECT_URL: servers.databaseUrl,
    RUNNING_REPLIES_PER_MEMBER: "10",
    REPLIES_PER_DAY: "100",
  };
  const [one, two] = [await servers.start(settings), await servers.start(settings)];
  await signUpByForm(page, one.url);
  const headers = { cookie: await cookieHeader(page), "content-type": "application/json" };
  /** Retries 503 after its Retry-After. A statement that the pooler breaks is a 500. */
  const call = async (at: OwnServer, path: string, init: RequestInit = {}): Promise<Response> => {
    for (;;) {
      const answer = await fetch(at.url + path, { ...init, headers });
      if (answer.status !== 503) return answer;
      await sleep(Number(answer.headers.get("retry-after")) * 1000);
    }
  };
  const put = (at: OwnServer, date: string, body: string) =>
    call(at, `/api/diary/${date}`, { method: "PUT", body: JSON.stringify({ body }) });
  const ask = (at: OwnServer, date: string) =>
    call(at, `/api/diary/${date}/replies`, { method: "POST", body: JSON.stringify({ tone: "T" }) });

  // All at once, on both: five times as many as there are sessions.
  const dates = Array.from({ length: 25 }, (_, at) => `2026-10-${at + 1}`.replace(/-(\d)$/, "-0$1"));
  const calls = dates.flatMap((date, at) => [
    put(at % 2 ? one : two, date, `Page of ${date}`),
    call(at % 2 ? two : one, "/api/diary?limit=10"),
    call(at % 2 ? one : two, "/gyms"),
    call(at % 2 ? two : one, "/notices"),
  ]);
  const statuses = (await Promise.all(calls)).map(({ status }) => status);
  expect(statuses.filter((status) => status !== 200 && status !== 201)).toEqual([]);

  // One server writes a reply and the other shows it: LISTEN, leases, the sealed log.
  await put(one, "2026-11-01", "Pooled. [[model delay=100 rate=60 tokens=60]]");
  const here = await ask(one, "2026-11-01");
  const there = await call(two, `/api/replies/${here.headers.get("x-reply-id")}/stream`);
  const texts = (await Promise.all([here.text(), there.text()])).map((raw) =>
    [...raw.matchAll(/^data: (\{"type":"text-delta".*)$/gm)]
      .map(([, json]) => JSON.parse(json!).delta)
      .join(""),
  );
  expect(texts[0]!.length).toBeGreaterThan(50);
  expect(texts[1]).toBe(texts[0]);

  const notices = await call(two, "/api/notices/stream");
  await tellNewestMember(servers.databaseUrl);
  let heard = "";
  for await (const bytes of notices.body!) {
    heard += Buffer.from(bytes).toString();
    if (heard.includes('"unread":1')) break;
  }

  // Ten replies at once on each.
  await Promise.all(
    dates.slice(0, 20).map(async (date, at) => {
      const reply = await ask(at % 2 ? one : two, date);
      expect([200, 429]).toContain(reply.status);
      await reply.text();
    }),
  );
  for (const server of [one, two])
    expect(server.said).not.toMatch(/prepared statement|request failed|42P05|26000/);
  await Promise.all([one.stop(), two.stop()]);
});
