import pg from "pg";

import { grantDml } from "../scripts/migrate-grant.ts";
import { deployMigrations } from "../scripts/migrate.ts";
import { cookieHeader, expect, signUpByForm, test } from "./fixtures.ts";
import { startSpanReceiver } from "./support/span-receiver.ts";
import { OwnServers } from "./support/own-servers.ts";
import { parseExposition } from "./support/parse-exposition.ts";

// A separate database, with a role that may only read and write rows.
const servers = new OwnServers();
test.beforeAll(() => servers.open());
test.afterAll(() => servers.close());

test("a server with MIGRATE=0 does everything with a role that may not change the schema, and sends spans that contain nothing about members", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const database = new pg.Client({ connectionString: servers.databaseUrl });
  await database.connect();
  await database.query("CREATE ROLE serving LOGIN PASSWORD 'test'");
  await deployMigrations(servers.databaseUrl);
  await grantDml(servers.databaseUrl, "serving");

  const url = new URL(servers.databaseUrl);
  url.username = "serving";
  const collector = await startSpanReceiver();
  const server = await servers.start({
    DATABASE_URL: url.href,
    MIGRATE: "0",
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    METRICS_TOKEN: "metrics-of-a-reader",
  });
  const { email } = await signUpByForm(page, server.url);
  const headers = { cookie: await cookieHeader(page), "content-type": "application/json" };
  const call = (path: string, method: string, body: object) =>
    fetch(server.url + path, { method, headers, body: JSON.stringify(body) });
  expect((await call("/api/diary/2026-11-01", "PUT", { body: "Without rights." })).status).toBe(201);
  const reply = await call("/api/diary/2026-11-01/replies", "POST", { tone: "F" });
  expect(await reply.text()).toContain('{"type":"finish"}');
  for (const path of ["/gyms", "/notices", "/me/reviews"])
    expect((await fetch(server.url + path, { headers })).status).toBe(200);
  expect((await fetch(`${server.url}/diary/2026-11-01?q=secret-search`, { headers })).status).toBe(200);
  // Without demo accounts nobody may read its mails.
  expect((await fetch(`${server.url}/dev/mail`, { headers })).status).toBe(404);
  // A missing page is one request: Next does not request another page from itself.
  const missed = await countMissed(server.url);
  const missing = ["/gyms/no-such-gym", "/diary/2026-02-31", "/admin", "/nowhere"];
  for (const path of missing) expect((await fetch(server.url + path)).status, path).toBe(404);
  expect(await countMissed(server.url)).toBe(missed + missing.length);
  // Covers the queue's maintenance, which must need no further rights.
  await database.query("SELECT pg_sleep(6)");
  await database.end();
  expect(server.said).not.toMatch(/permission denied|must be owner|42501/);
  await server.stop();

  collector.close();
  const names = collector.spans().map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      "GET /gyms",
      "GET /diary/[date]",
      "POST /api/diary/[date]/replies",
      "model call",
    ]),
  );
  const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
  expect(collector.text()).not.toMatch(uuid);
  for (const told of [email, "2026-11-01", "Without rights", "secret-search", "sora.test"])
    expect(collector.text()).not.toContain(told);
});

/** The number of requests that the server has answered with 404. */
async function countMissed(url: string): Promise<number> {
  const headers = { authorization: "Bearer metrics-of-a-reader" };
  const text = await (await fetch(`${url}/api/metrics`, { headers })).text();
  const { samples } = parseExposition(text).get("sora_http_requests_total")!;
  return samples.filter(({ labels }) => labels.status === "404").reduce((sum, { value }) => sum + value, 0);
}
