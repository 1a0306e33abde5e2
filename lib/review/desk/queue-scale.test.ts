import { beforeAll, expect, test } from "vitest";
import { fillQueue, queuedCount } from "../../../bench/fill-queue.ts";
import { explain, rowsRead } from "../../../e2e/support/vitest/explain.ts";
import { newGym } from "../../../e2e/support/vitest/new-gym.ts";
import { newMember } from "../../../e2e/support/vitest/new-member.ts";
import { pool } from "../../db.ts";
import { waitingQuery } from "../claim-revisions.ts";
import { findWindowStart, listQueue } from "./queue-list.ts";
import {
  decidedWindow,
  itemsPerPage,
  queueCountsQuery,
  queueListQuery,
  searchEndQuery,
  searchWindow,
} from "./queue-list-query.ts";
import { openNext } from "./queue-next.ts";
import { type QueuePlace, parseQueueHref, queueQuerySchema } from "./queue-query.ts";

let gym: string;

beforeAll(async () => {
  gym = (await newGym()).id;
  await fillQueue(gym);
  // As autovacuum leaves tables of this size, whatever it has done by now.
  await pool.query("VACUUM (ANALYZE) moderation_item, verdict, review_revision, review");
}, 180_000);

const queryOf = (query: object) => queueQuerySchema.parse(query);

/** The place that lies so many items down the queue. */
async function placeAt(offset: number) {
  const { rows } = await pool.query<QueuePlace>(
    `SELECT rank, opened_at AS at, id FROM moderation_item WHERE closed_at IS NULL ORDER BY rank, opened_at, id OFFSET $1 LIMIT 1`,
    [offset],
  );
  return rows[0]!;
}

test("with 10,000 queued of 100,000 reviews every page costs the same: it reads what it shows, by an index", async () => {
  // Far enough from the end: of a rest that is hardly more than a page the database may well read all.
  const places = await Promise.all([30, queuedCount / 2, queuedCount - 200].map(placeAt));
  for (const place of [{}, ...places.flatMap((at) => [{ after: at }, { before: at }])]) {
    const nodes = await explain(queueListQuery({ ...queryOf({}), ...place }));
    expect(nodes.map((node) => node["Index Name"])).toContain("moderation_item_people_by_rank");
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

test("a search for what nobody wrote reads a part of what waits, and of all that does not wait nothing", async () => {
  const query = queryOf({ q: "코끼리" });
  const { rows } = await pool.query<QueuePlace>(searchEndQuery(query));
  const nodes = await explain(queueListQuery(query, { until: rows[0] }));
  for (const table of ["moderation_item", "review_revision", "review", "member"])
    expect([table, rowsRead(nodes, table)]).toEqual([table, searchWindow]);
}, 60_000);

test("a search says how far it came, and going on from there finds what lies behind", async () => {
  // Waits since ten minutes ago, behind nearly all the others.
  const query = queryOf({ q: "소라 80020" });
  const first = await listQueue(query);
  expect(first.rows).toEqual([]);
  expect(first.searchedTo).toEqual(await placeAt(searchWindow - 1));
  const second = await listQueue({ ...query, after: first.searchedTo });
  expect(second.rows.map(({ authorName }) => authorName)).toEqual(["소라 80020"]);
  const end = await listQueue({ ...query, after: second.searchedTo });
  expect([end.rows, end.searchedTo, end.hasPrevious]).toEqual([[], undefined, true]);

  // In two letters, of many: a page of them needs no more than its own.
  const many = await listQueue(queryOf({ q: "샤워" }));
  expect(many.rows).toHaveLength(itemsPerPage);
  expect([many.following === undefined, many.searchedTo]).toEqual([false, undefined]);
  const moderatorId = await newMember();
  const { after, item } = parseQueueHref(
    await openNext({ moderatorId, query, decided: { revisionIds: [], place: undefined } }),
  );
  expect({ after, item }).toEqual({ after: first.searchedTo, item: "" });
}, 60_000);

test("what was decided lately is read by its index, and never more than the newest of it", async () => {
  const since = await findWindowStart();
  const first = await explain(queueListQuery(queryOf({ state: "decided" }), { since }));
  expect(first.map((node) => node["Index Name"])).toContain("verdict_automatic_newest");
  expect(rowsRead(first, "verdict")).toBeLessThanOrEqual(20 * (itemsPerPage + 1));
  // Some were reached in the same moment.
  const window = decidedWindow + 50;
  const nothing = await explain(
    queueListQuery(queryOf({ state: "decided", category: "nothing" }), { since }),
  );
  expect(rowsRead(nothing, "verdict")).toBeLessThanOrEqual(window);
  const searched = await explain(queueListQuery(queryOf({ state: "decided", q: "코끼리" }), { since }));
  expect(rowsRead(searched, "verdict")).toBeLessThanOrEqual(window);
  // Its text, and whether there is a newer one.
  expect(rowsRead(searched, "review_revision")).toBeLessThanOrEqual(2 * window);
  expect(rowsRead(searched, "member")).toBeLessThanOrEqual(window);
}, 60_000);

test("what one author wrote, and what says the same, is found without reading the queue", async () => {
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

test("counting reads what waits and nothing else", async () => {
  const nodes = await explain(queueCountsQuery(queryOf({ language: "ko", age: "hour" })));
  expect(rowsRead(nodes, "moderation_item")).toBeLessThanOrEqual(queuedCount);
  expect(rowsRead(nodes, "review_revision")).toBe(0);
  const searched = await explain(queueCountsQuery(queryOf({ q: "코끼리" })));
  expect(rowsRead(searched, "review_revision")).toBeLessThanOrEqual(searchWindow);
}, 60_000);

test("the last page is the end of the queue", async () => {
  const { rows, following } = await listQueue({ ...queryOf({}), after: await placeAt(queuedCount - 8) });
  expect(rows).toHaveLength(7);
  expect(following).toBeUndefined();
}, 60_000);

test("with 2,000 reviews that wait for the model both queues and the choice of what to judge read their own", async () => {
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
    // What waits, once more for the copies that are being judged, and nothing of the 100,000.
    expect(rowsRead(nodes, "review_revision")).toBeLessThanOrEqual(mayRetry ? 2 * 2200 : 0);
  }
}, 60_000);
