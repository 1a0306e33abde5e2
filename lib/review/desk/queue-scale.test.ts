import { afterAll, beforeAll, expect, test } from "vitest";
import { clearQueue, fillQueue, queuedCount } from "../../../bench/fill-queue.ts";
import { newGym } from "../../../e2e/support/vitest/new-gym.ts";
import { pool } from "../../db.ts";
import { queueCountsQuery } from "./queue-counts.ts";
import { findWindowStart, listQueue } from "./queue-list.ts";
import { decidedWindow, itemsPerPage, queueListQuery } from "./queue-list-query.ts";
import { queueQuerySchema } from "./queue-query.ts";

let gym: string;

beforeAll(async () => {
  gym = (await newGym()).id;
  // Files before this one, in the same database, may have left something waiting.
  await pool.query("DELETE FROM moderation_item");
  await fillQueue(gym);
}, 180_000);
afterAll(() => clearQueue(gym), 120_000);

type Plan = { "Node Type": string; "Relation Name"?: string; "Index Name"?: string; Plans?: Plan[] } & Record<
  "Actual Rows" | "Actual Loops" | "Rows Removed by Filter",
  number | undefined
>;

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

async function explain({ text, values = [] }: { text: string; values?: unknown[] }) {
  const { rows } = await pool.query<{ "QUERY PLAN": [{ Plan: Plan }] }>({
    text: `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
    values,
  });
  return nodesOf(rows[0]!["QUERY PLAN"][0].Plan);
}

/** How many rows of a table a plan touched, those it threw away among them. */
const rowsRead = (nodes: Plan[], table: string) =>
  nodes
    .filter((node) => node["Relation Name"] === table)
    .map(
      (node) =>
        ((node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0)) * (node["Actual Loops"] ?? 1),
    )
    .reduce((sum, rows) => sum + rows, 0);

const queryOf = (query: object) => queueQuerySchema.parse(query);

/** The place that lies so many items down the queue. */
async function placeAt(offset: number) {
  const { rows } = await pool.query<{ at: Date; id: string }>(
    `SELECT opened_at AS at, id FROM moderation_item WHERE closed_at IS NULL ORDER BY opened_at, id OFFSET $1 LIMIT 1`,
    [offset],
  );
  return rows[0]!;
}

test("with 10,000 queued of 100,000 reviews every page costs the same: it reads what it shows, by an index", async () => {
  const places = await Promise.all([30, queuedCount / 2, queuedCount - 40].map(placeAt));
  for (const place of [{}, ...places.flatMap((at) => [{ after: at }, { before: at }])]) {
    const nodes = await explain(queueListQuery({ ...queryOf({}), ...place }));
    expect(nodes.map((node) => node["Index Name"])).toContain("moderation_item_oldest");
    expect(rowsRead(nodes, "moderation_item")).toBeLessThanOrEqual(itemsPerPage + 1);
    expect(rowsRead(nodes, "review_revision")).toBeLessThanOrEqual(itemsPerPage + 1);
    expect(rowsRead(nodes, "review")).toBeLessThanOrEqual(itemsPerPage + 1);
  }
}, 60_000);

test("a filter that nothing matches reads what waits once, and no text", async () => {
  for (const filter of [
    { category: "nothing" },
    { gym: crypto.randomUUID() },
    { by: "MODERATOR" },
    { age: "week", language: "en" },
  ]) {
    const nodes = await explain(queueListQuery(queryOf(filter)));
    expect(rowsRead(nodes, "moderation_item")).toBeLessThanOrEqual(queuedCount + itemsPerPage + 1);
    expect(rowsRead(nodes, "review_revision")).toBeLessThanOrEqual(itemsPerPage + 1);
  }
}, 60_000);

test("what was decided lately is read by its index, and never more than the newest of it", async () => {
  const since = await findWindowStart();
  const first = await explain(queueListQuery(queryOf({ state: "decided" }), since));
  expect(first.map((node) => node["Index Name"])).toContain("verdict_automatic_newest");
  expect(rowsRead(first, "verdict")).toBeLessThanOrEqual(20 * (itemsPerPage + 1));
  const nothing = await explain(queueListQuery(queryOf({ state: "decided", category: "nothing" }), since));
  // Some were reached in the same moment.
  expect(rowsRead(nothing, "verdict")).toBeLessThanOrEqual(decidedWindow + 50);
}, 60_000);

test("counting reads what waits and nothing else", async () => {
  const nodes = await explain(queueCountsQuery);
  expect(rowsRead(nodes, "moderation_item")).toBeLessThanOrEqual(queuedCount);
}, 60_000);

test("the last page is the end of the queue", async () => {
  const { rows, following } = await listQueue({ ...queryOf({}), after: await placeAt(queuedCount - 8) });
  expect(rows).toHaveLength(7);
  expect(following).toBeUndefined();
}, 60_000);
