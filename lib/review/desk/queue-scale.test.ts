import { beforeAll, expect, test } from "vitest";
import { fillQueue, queuedCount } from "../../../bench/fill-queue.ts";
import { explain, rowsRead } from "../../../test/explain.ts";
import { newGym } from "../../../test/new-gym.ts";
import { newMember } from "../../../test/new-member.ts";
import { pool } from "../../db.ts";
import { waitingQuery } from "../judging/claim-revisions.ts";
import { findWindowStart, listQueue } from "./queue-list.ts";
import {
  decidedWindow,
  itemsPerPage,
  queueCountsQuery,
  queueListQuery,
  searchEndQuery,
  searchWindow,
} from "./queue-list-sql.ts";
import { openNext } from "./queue-next.ts";
import { type QueuePlace, parseQueueHref, queueQuerySchema } from "./queue-query.ts";

let gym: string;

beforeAll(async () => {
  gym = (await newGym()).id;
  await fillQueue(gym);
  // The state after autovacuum, independent of its schedule.
  await pool.query("VACUUM (ANALYZE) moderation_item, verdict, review_revision, review");
}, 180_000);

const queryOf = (query: object) => queueQuerySchema.parse(query);

/** The position `offset` items down the queue. */
async function placeAt(offset: number) {
  const { rows } = await pool.query<QueuePlace>(
    `SELECT rank, opened_at AS at, id FROM moderation_item WHERE closed_at IS NULL ORDER BY rank, opened_at, id OFFSET $1 LIMIT 1`,
    [offset],
  );
  return rows[0]!;
}

test("with 10,000 queued of 100,000 reviews every page costs the same: it reads only its rows, by an index", async () => {
  // Not too close to the end: the database may read a short rest completely.
  const places = await Promise.all([30, queuedCount / 2, queuedCount - 200].map(placeAt));
  for (const place of [{}, ...places.flatMap((at) => [{ after: at }, { before: at }])]) {
    const nodes = await explain(queueListQuery({ ...queryOf({}), ...place }));
    expect(nodes.map((node) => node["Index Name"])).toContain("moderation_item_people_by_rank");
    expect(rowsRead(nodes, "moderation_item")).toBeLessThanOrEqual(itemsPerPage + 1);
    expect(rowsRead(nodes, "review_revision")).toBeLessThanOrEqual(itemsPerPage + 1);
    expect(rowsRead(nodes, "review")).toBeLessThanOrEqual(itemsPerPage + 1);
  }
}, 60_000);

test("a filter without matches reads the open items once, and no texts", async () => {
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

test("a search without matches reads a part of the open items, and nothing else", async () => {
  const query = queryOf({ q: "코끼리" });
  const { rows } = await pool.query<QueuePlace>(searchEndQuery(query));
  const nodes = await explain(queueListQuery(query, { until: rows[0] }));
  for (const table of ["moderation_item", "review_revision", "review", "member"])
    expect([table, rowsRead(nodes, table)]).toEqual([table, searchWindow]);
}, 60_000);

test("a search reports how far it got, and finds the rest when continued", async () => {
  // Opened ten minutes ago, behind nearly all others.
  const query = queryOf({ q: "소라 80020" });
  const first = await listQueue(query);
  expect(first.rows).toEqual([]);
  expect(first.searchedTo).toEqual(await placeAt(searchWindow - 1));
  const second = await listQueue({ ...query, after: first.searchedTo });
  expect(second.rows.map(({ authorName }) => authorName)).toEqual(["소라 80020"]);
  const end = await listQueue({ ...query, after: second.searchedTo });
  expect([end.rows, end.searchedTo, end.hasPrevious]).toEqual([[], undefined, true]);

  // Two letters that occur often: a page of matches reads only that much.
  const many = await listQueue(queryOf({ q: "샤워" }));
  expect(many.rows).toHaveLength(itemsPerPage);
  expect([many.following === undefined, many.searchedTo]).toEqual([false, undefined]);
  const moderatorId = await newMember();
  const { after, item } = parseQueueHref(
    await openNext({ moderatorId, query, decided: { revisionIds: [], place: undefined } }),
  );
  expect({ after, item }).toEqual({ after: first.searchedTo, item: "" });
}, 60_000);

test("recent decisions are read by their index, and only the newest ones", async () => {
  const since = await findWindowStart();
  const first = await explain(queueListQuery(queryOf({ state: "decided" }), { since }));
  expect(first.map((node) => node["Index Name"])).toContain("verdict_automatic_newest");
  expect(rowsRead(first, "verdict")).toBeLessThanOrEqual(20 * (itemsPerPage + 1));
  // Some verdicts have the same time.
  const window = decidedWindow + 50;
  const nothing = await explain(
    queueListQuery(queryOf({ state: "decided", category: "nothing" }), { since }),
  );
  expect(rowsRead(nothing, "verdict")).toBeLessThanOrEqual(window);
  const searched = await explain(queueListQuery(queryOf({ state: "decided", q: "코끼리" }), { since }));
  expect(rowsRead(searched, "verdict")).toBeLessThanOrEqual(window);
  // The text, and a look-up for a newer one.
  expect(rowsRead(searched, "review_revision")).toBeLessThanOrEqual(2 * window);
  expect(rowsRead(searched, "member")).toBeLessThanOrEqual(window);
}, 60_000);

test("one author's texts, and equal texts, are found without reading the queue", async () => {
  const { rows } = await pool.query<{ id: string; authorId: string }>(
    `SELECT revision.id, review.author_id AS "authorId" FROM review_revision revision JOIN review ON review.id = revision.review_id
      WHERE revision.status = 'HELD' LIMIT 1`,
  );
  const [{ id, authorId }] = rows as [{ id: string; authorId: string }];
  for (const filter of [{ author: authorId }, { same: id }]) {
    const nodes = await explain(queueListQuery(queryOf(filter)));
    expect([filter, rowsRead(nodes, "moderation_item") < 10]).toEqual([filter, true]);
    expect([filter, rowsRead(nodes, "review_revision") < 10]).toEqual([filter, true]);
    expect((await listQueue(queryOf(filter))).rows).toMatchObject([{ revisionId: id }]);
  }
}, 60_000);

test("counting reads only the open items", async () => {
  const nodes = await explain(queueCountsQuery(queryOf({ language: "ko", age: "hour" })));
  expect(rowsRead(nodes, "moderation_item")).toBeLessThanOrEqual(queuedCount);
  expect(rowsRead(nodes, "review_revision")).toBe(0);
  const searched = await explain(queueCountsQuery(queryOf({ q: "코끼리" })));
  expect(rowsRead(searched, "review_revision")).toBeLessThanOrEqual(searchWindow);
}, 60_000);

test("the last page ends the queue", async () => {
  const { rows, following } = await listQueue({ ...queryOf({}), after: await placeAt(queuedCount - 8) });
  expect(rows).toHaveLength(7);
  expect(following).toBeUndefined();
}, 60_000);

test("with 2,000 reviews that wait for the model, both queues and the choice of what to judge read only their own rows", async () => {
  await pool.query(
    `WITH waits AS (
       UPDATE moderation_item SET waits_for_model = true, reason = 'FAILED'
        WHERE closed_at IS NULL AND get_byte(uuid_send(id), 0) < 51 RETURNING revision_id
     )
     UPDATE review_revision SET status = 'FAILED', retry_at = now(), body_hash = id::text
       FROM waits WHERE id = waits.revision_id`,
  );
  await pool.query("VACUUM (ANALYZE) moderation_item, review_revision");
  for (const [state, index] of [
    ["open", "moderation_item_people_by_rank"],
    ["WAITING", "moderation_item_model_by_rank"],
  ]) {
    const nodes = await explain(queueListQuery(queryOf({ state })));
    expect(nodes.map((node) => node["Index Name"])).toContain(index);
    expect(rowsRead(nodes, "moderation_item")).toBeLessThanOrEqual(itemsPerPage + 1);
  }
  for (const mayRetry of [true, false]) {
    const nodes = await explain({ text: waitingQuery, values: [200, mayRetry] });
    // The waiting ones, once more for copies that are being judged, and none of the 100,000.
    expect(rowsRead(nodes, "review_revision")).toBeLessThanOrEqual(mayRetry ? 2 * 2200 : 0);
  }
}, 60_000);
