import { AsyncResource } from "node:async_hooks";
import { channel } from "node:diagnostics_channel";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { inTransaction } from "../in-transaction.ts";
import { isDatabaseUnavailable } from "../errors/db-errors.ts";
import { pool, prisma, reachability } from "../db.ts";
import { identifyRequests } from "../log/request-context.ts";
import { BoundedPool } from "./bounded-pool.ts";
import { connectionLimits, longLimits, usualLimits } from "./limits.ts";
import { Reachability } from "./reachability.ts";

const connectionString = process.env.DATABASE_URL!;
async function openOther(): Promise<pg.Client> {
  const other = new pg.Client({ connectionString });
  await other.connect();
  onTestFinished(() => other.end());
  return other;
}

identifyRequests({ isProxyTrusted: false });

const asRequest = <T>(work: () => T): T =>
  new AsyncResource("request").runInAsyncScope(() => {
    channel("http.server.request.start").publish({ request: { headers: {} }, response: { setHeader() {} } });
    return work();
  });

const failure = (work: Promise<unknown>) =>
  work.then(
    () => "none",
    (error: unknown) => (isDatabaseUnavailable(error) ? "unavailable" : error),
  );

test("statements on a locked table time out, then leave the connections to others, and work again after the unlock", async () => {
  const other = await openOther();
  await other.query("BEGIN; LOCK TABLE gym");
  const ask = (at: number) => failure(at % 2 ? prisma.gym.findFirst() : pool.query("SELECT FROM gym"));
  const onLocked = () => asRequest(() => Promise.all(Array.from({ length: 60 }, (_, at) => ask(at))));
  expect(new Set(await onLocked())).toEqual(new Set(["unavailable"]));

  const again = onLocked();
  const startedAt = performance.now();
  for (let count = 0; count < 20; count += 1) await prisma.member.findFirst();
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect(new Set(await again)).toEqual(new Set(["unavailable"]));

  await other.query("ROLLBACK");
  await expect.poll(onLocked).toEqual(Array(60).fill("none"));
});

test("a statement, a lock and an idle transaction have limits, which longer work raises for itself", async () => {
  const names = ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"];
  const read = async (connection: Pick<pg.ClientBase, "query">) => {
    const { rows } = await connection.query(
      "SELECT setting::int FROM pg_settings WHERE name = ANY ($1) ORDER BY array_position($1, name)",
      [names],
    );
    return rows.map(({ setting }) => setting);
  };
  expect(await read(pool)).toEqual(Object.values(usualLimits));
  expect(await asRequest(() => inTransaction(read))).toEqual(Object.values(usualLimits));
  expect(await asRequest(() => inTransaction(read, longLimits))).toEqual(Object.values(longLimits));
  expect(await inTransaction(read)).toEqual(Object.values(longLimits));
  expect(await read(pool)).toEqual(Object.values(usualLimits));
});

test.concurrent("refuses requests when the queue for connections has stopped moving", async () => {
  const small = new BoundedPool({ connectionString, max: 1 }, { isForRequest: () => true });
  const held = await small.connect();
  const first = failure(small.query("SELECT 1"));
  expect(small.isOverloaded).toBe(false);
  await expect.poll(() => small.isOverloaded, { timeout: 4_000 }).toBe(true);
  const askedAt = performance.now();
  expect(await failure(small.query("SELECT 1"))).toBe("unavailable");
  expect(performance.now() - askedAt).toBeLessThan(500);
  held.release();
  expect(await first).toBe("none");
  expect(await failure(small.query("SELECT 1"))).toBe("none");
  await small.end();
});

test.concurrent.each([
  { length: 160, answer: "none" },
  { length: 400, answer: "unavailable" },
])(
  "a queue of $length that moves by fifty a second is joined when it serves within four seconds",
  async ({ length, answer }) => {
    const small = new BoundedPool({ connectionString, max: 1 }, { isForRequest: () => true });
    const ask = () => failure(small.query("SELECT pg_sleep(0.02)"));
    const joined = Array.from({ length }, ask);
    await joined[120];
    expect(await ask()).toBe(answer);
    await Promise.all(joined);
    await small.end();
  },
);

test.concurrent("jobs and sweeps wait where a request is refused", async () => {
  const small = new BoundedPool({ connectionString, max: 1 });
  const held = await small.connect();
  const first = failure(small.query("SELECT 1"));
  await expect.poll(() => small.isOverloaded, { timeout: 4_000 }).toBe(true);
  expect(await asRequest(() => failure(small.query("SELECT 1")))).toBe("unavailable");
  const second = failure(small.query("SELECT 1"));
  held.release();
  expect(await Promise.all([first, second])).toEqual(["none", "none"]);
  await small.end();
});

test("the health check has a separate connection and answers within a second, whatever the pool does", async () => {
  const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  expect(await reachability.ask()).toBe(true);
  for (const connection of held) connection.release();

  const reserved = new BoundedPool({ connectionString, max: 1 });
  const taken = await reserved.connect();
  const mute = new Reachability(reserved, pool);
  const askedAt = performance.now();
  expect(await mute.ask()).toBe(false);
  expect(performance.now() - askedAt).toBeLessThan(1_000);
  expect(await mute.isLikely()).toBe(false);
  taken.release();
  await expect.poll(() => mute.ask()).toBe(true);
  await reserved.end();
});

test("closes the idle connections of a burst, except a few", async () => {
  const rush = new BoundedPool({
    connectionString,
    ...connectionLimits(usualLimits),
    max: 12,
    min: 4,
    idleTimeoutMillis: 50,
  });
  await Promise.all(Array.from({ length: 40 }, () => rush.query("SELECT pg_sleep(0.01)")));
  expect(rush.totalCount).toBe(12);
  await expect.poll(() => rush.totalCount).toBe(4);
  await rush.end();
});
