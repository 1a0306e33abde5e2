import type { Page } from "@playwright/test";
import pg from "pg";

import { cookieHeader, expect, signUpByForm, test } from "./fixtures.ts";
import { openLink } from "./support/cut-link.ts";
import { OwnServers } from "./support/own-servers.ts";

// A separate server, whose database is locked and disconnected.
test.describe.configure({ mode: "serial", timeout: 120_000 });

const servers = new OwnServers();
test.beforeAll(() => servers.open());
test.afterAll(() => servers.close());

const write = async (page: Page, url: string, date: string, body = `Written on ${date}`) =>
  fetch(`${url}/api/diary/${date}`, {
    method: "PUT",
    headers: { cookie: await cookieHeader(page), "content-type": "application/json" },
    body: JSON.stringify({ body }),
  });

/** A reply that takes longer than the tables are unlocked. */
async function ask(page: Page, url: string) {
  expect(
    (await write(page, url, "2026-10-31", "A long day. [[model delay=10 rate=40 tokens=120]]")).status,
  ).toBe(201);
  return fetch(`${url}/api/diary/2026-10-31/replies`, {
    method: "POST",
    headers: { cookie: await cookieHeader(page), "content-type": "application/json" },
    body: JSON.stringify({ tone: "F" }),
  });
}

const savedReply = async (page: Page, url: string) => {
  const headers = { cookie: await cookieHeader(page) };
  const { replies } = await (await fetch(`${url}/api/diary/2026-10-31`, { headers })).json();
  return replies[0].status;
};

test("locked tables cause 503 only on their own pages until they are unlocked; a running reply continues, and nothing saved is lost", async ({
  page,
}) => {
  const server = await servers.start({ DATABASE_CONNECTIONS: "6" });
  await signUpByForm(page, server.url);
  await page.goto(`${server.url}/gyms`);
  const flowing = await ask(page, server.url);
  const database = new pg.Client({ connectionString: servers.databaseUrl });
  await database.connect();
  await database.query("BEGIN; LOCK TABLE gym, entry, reply, reply_log");

  const gyms = Array.from({ length: 40 }, () => fetch(`${server.url}/gyms`));
  const dates = Array.from({ length: 20 }, (_, at) => `2026-10-${at + 10}`);
  const writes = dates.map((date) => write(page, server.url, date));
  for (let seconds = 0; seconds < 5; seconds += 1) {
    const askedAt = performance.now();
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    // One second, plus an allowance for a busy machine. Behind the locks the answer would be 503.
    expect(performance.now() - askedAt).toBeLessThan(6_000);
    await database.query("SELECT pg_sleep(0.9)");
  }
  for (const response of await Promise.all(gyms)) {
    expect(response.status).toBe(503);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  }
  const written = (await Promise.all(writes)).map(({ status }) => status);
  expect(new Set(written)).toEqual(new Set([503]));

  // The tables are still locked and requested. Pages that do not need them are served.
  const more = Array.from({ length: 40 }, () => fetch(`${server.url}/gyms`));
  await page.goto(`${server.url}/notices`);
  await expect(page.getByRole("heading", { level: 1, name: "알림" })).toBeVisible();
  await Promise.all(more);

  const saved = write(page, server.url, "2026-11-01");
  await database.query("SELECT pg_sleep(0.3)");
  await database.query("ROLLBACK");
  expect((await saved).status).toBe(201);
  await expect.poll(async () => (await fetch(`${server.url}/gyms`)).status).toBe(200);
  for (const date of dates) expect([200, 201]).toContain((await write(page, server.url, date)).status);
  // The running reply is complete and saved.
  expect(await flowing.text()).toContain('{"type":"finish"}');
  expect(await savedReply(page, server.url)).toBe("DONE");
  await page.goto(`${server.url}/diary/2026-11-01`);
  await expect(page.getByText("Written on 2026-11-01").first()).toBeVisible();
  await database.end();
  await server.stop();
});

test("pages answer 503 while the database is unreachable, in the reader's language, and recover by themselves", async ({
  page,
}) => {
  const link = await openLink(servers.postgres.port);
  const throughLink = new URL(servers.databaseUrl);
  throughLink.port = String(link.port);
  const server = await servers.start({ DATABASE_URL: throughLink.href });
  await page.goto(`${server.url}/gyms`);

  link.cut();
  // A page without database reads is served while its last successful check is at most a second old.
  await expect.poll(async () => (await fetch(`${server.url}/signin`)).status).toBe(503);
  const seen = await page.goto(`${server.url}/signin`);
  expect(seen!.status()).toBe(503);
  expect(seen!.headers()).toMatchObject({
    "retry-after": expect.any(String),
    refresh: expect.any(String),
    "content-security-policy": expect.stringContaining("default-src 'none'"),
  });
  await expect(page.getByRole("heading", { name: "잠시 물결이 높아요" })).toBeVisible();
  const english = await fetch(`${server.url}/gyms`, { headers: { "accept-language": "en" } });
  expect(await english.text()).toContain("The sea is rough just now");

  const form = await fetch(`${server.url}/signin`, { method: "POST", body: new URLSearchParams({ a: "1" }) });
  expect(form.status).toBe(503);
  expect(form.headers.get("refresh")).toBe(null);
  expect(await form.text()).toContain("저장되지 않았어요");

  link.mend();
  await expect(page.getByRole("button", { name: "로그인", exact: true })).toBeVisible({ timeout: 20_000 });
  await server.stop();
  await link.close();
});
