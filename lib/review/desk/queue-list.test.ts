import { expect, test } from "vitest";
import { newGym } from "../../../test/new-gym.ts";
import { newModerator } from "../../../test/desk-scene.ts";
import { newQueueItem } from "../../../test/new-queue.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import {
  approval,
  claimed,
  hold,
  newBody,
  newScene,
  rejection,
  submitted,
} from "../../../test/review-scene.ts";
import { prisma } from "../../db.ts";
import type { Judgement } from "../../moderation/judgement.ts";
import { settleRevision } from "../judging/settle-revision.ts";
import { countQueue } from "./queue-counts.ts";
import { listAhead, listQueue, listSelection } from "./queue-list.ts";
import { itemsPerPage } from "./queue-list-sql.ts";
import { neighboursOf, openNext } from "./queue-next.ts";
import { parseQueueHref, queueQuerySchema } from "./queue-query.ts";
import { listLookers, look } from "./presence.ts";

startWithoutReviews();

const holdJudgement = hold.ok ? hold.data : expect.unreachable();
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const queryOf = (query: object) => queueQuerySchema.parse(query);
const ids = (rows: { revisionId: string }[]) => rows.map(({ revisionId }) => revisionId);

/** Items of one gym, longest waiting first. */
async function newItems(gym: string, count: number) {
  const items = [];
  for (let n = 0; n < count; n += 1)
    items.push(await newQueueItem({ gymId: gym, openedAt: minutesAgo(1000 - Math.floor(n / 2)) }));
  return items;
}

test("the queue lists open items, longest waiting first, and no decided ones", async () => {
  const { id: gym } = await newGym();
  const newer = await newQueueItem({ gymId: gym, openedAt: minutesAgo(5) });
  const older = await newQueueItem({ gymId: gym, openedAt: minutesAgo(50), reason: "FAILED" });
  const closed = await newQueueItem({ gymId: gym, openedAt: minutesAgo(500) });
  await prisma.moderationItem.update({ where: { id: closed.itemId }, data: { closedAt: new Date() } });
  const { rows, hasPrevious, following } = await listQueue(queryOf({ gym }));
  expect(ids(rows)).toEqual([older.revisionId, newer.revisionId]);
  expect(rows[0]).toMatchObject({
    reason: "FAILED",
    status: "FAILED",
    body: older.body,
    seen: `1.FAILED.${older.itemId}`,
  });
  expect([hasPrevious, following]).toEqual([false, undefined]);
});

test("each filter narrows the queue, and all of them together", async () => {
  const { id: gym } = await newGym();
  const it = await newQueueItem({
    gymId: gym,
    reason: "REPORTED",
    category: "hate",
    locale: "en",
    decidedBy: "RULE",
    openedAt: minutesAgo(26 * 60),
    body: `Half of 100% (_odd_) \\ ${crypto.randomUUID()}`,
    name: "Ondine",
  });
  await newQueueItem({ gymId: gym });
  const filters = {
    state: "REPORTED",
    category: "hate",
    language: "en",
    age: "day",
    by: "RULE",
    q: "100% (_odd_) \\",
  };
  for (const filter of [
    ...Object.entries(filters).map(([name, value]) => ({ [name]: value })),
    { q: "ondine" },
    { q: "half of100%(_odd_)" },
    { q: "ha lf o f 1 00%" },
    filters,
  ])
    expect([filter, ids((await listQueue(queryOf({ gym, ...filter }))).rows)]).toEqual([
      filter,
      [it.revisionId],
    ]);
  for (const filter of [
    { state: "HELD", category: "hate" },
    { age: "week" },
    { q: "100_" },
    { by: "MODERATOR" },
  ])
    expect([filter, ids((await listQueue(queryOf({ gym, ...filter }))).rows)]).toEqual([filter, []]);
});

test("threats and personal data come before older items, whoever found them", async () => {
  const scene = await newScene();
  const held = async (more: Partial<Judgement>) => {
    const { authorId } = await newScene();
    const { revisionId } = await submitted({ ...scene, authorId }, { body: newBody() });
    await settleRevision(await claimed(revisionId), { ok: true, data: { ...holdJudgement, ...more } });
    return revisionId;
  };
  const older = await newQueueItem({ gymId: scene.gymId, openedAt: minutesAgo(90) });
  const ordinary = await held({ alsoBroken: [{ rule: "profanity", evidence: ["x"] }] });
  const grave = [
    await held({ alsoBroken: [{ rule: "threat", evidence: ["x"] }] }),
    await held({ vetoes: [{ by: "CLASSIFIER", score: 0.9, category: "personal-information" }] }),
    await held({
      said: { modelHost: "h", promptVersion: "p", decision: "REJECT", rule: "personal-information" },
    }),
  ];
  const query = queryOf({ gym: scene.gymId });
  const { rows } = await listQueue(query);
  expect(ids(rows)).toEqual([...grave, older.revisionId, ordinary]);
  // Also across a page boundary, in both directions.
  const afterGrave = { ...query, after: rows[2]!.place };
  expect(ids((await listQueue(afterGrave)).rows)).toEqual([older.revisionId, ordinary]);
  expect(ids(await listAhead(query, rows[1]!.place, crypto.randomUUID()))).toEqual([
    grave[2],
    older.revisionId,
    ordinary,
  ]);
});

test("the counts use the filters, but not the state and the page", async () => {
  const { id: gym } = await newGym();
  const it = await newQueueItem({ gymId: gym, locale: "en", openedAt: minutesAgo(500) });
  await newQueueItem({ gymId: gym, reason: "REPORTED" });
  const countsOf = async (query: object) => {
    const { HELD, REPORTED } = await countQueue(queryOf({ gym, ...query }));
    return [HELD.count, REPORTED.count];
  };
  expect(await countsOf({})).toEqual([1, 1]);
  expect(await countsOf({ state: "REPORTED", after: `1.zzzz.${it.itemId}` })).toEqual([1, 1]);
  expect(await countsOf({ language: "en" })).toEqual([1, 0]);
  expect(await countsOf({ author: it.authorId })).toEqual([1, 0]);
  expect(await countsOf({ q: it.body.slice(0, 20) })).toEqual([1, 0]);
  expect(await countsOf({ q: "nobody wrote this" })).toEqual([0, 0]);
});

test("a selection is all of a part of the queue, however many pages that is, each as a page would have seen it", async () => {
  const { id: gym } = await newGym();
  await newItems(gym, itemsPerPage + 2);
  const query = queryOf({ gym });
  const { rows } = await listQueue(query);
  const selection = await listSelection({ ...query, after: rows[3]!.place });
  expect(selection.isAll).toBe(true);
  expect(selection.items).toHaveLength(itemsPerPage + 2);
  expect(selection.items.slice(0, 2)).toEqual(
    rows.slice(0, 2).map(({ revisionId, seen }) => ({ revisionId, seen })),
  );
});

test("pages follow without gaps in both directions, also when many items have the same time", async () => {
  const { id: gym } = await newGym();
  await newItems(gym, 2 * itemsPerPage + 5);
  const first = await listQueue(queryOf({ gym }));
  const forward = [first];
  for (let page = first; page.following;) {
    page = await listQueue({ ...queryOf({ gym }), after: page.rows.at(-1)!.place });
    forward.push(page);
  }
  expect(forward.map(({ rows }) => rows.length)).toEqual([itemsPerPage, itemsPerPage, 5]);
  const all = forward.flatMap(({ rows }) => ids(rows));
  expect(new Set(all).size).toBe(all.length);
  expect(forward[0]!.following?.revisionId).toBe(all[itemsPerPage]);

  const back = await listQueue({ ...queryOf({ gym }), before: forward[2]!.rows[0]!.place });
  expect(ids(back.rows)).toEqual(all.slice(itemsPerPage, 2 * itemsPerPage));
  expect(back.following?.revisionId).toBe(all[2 * itemsPerPage]);
  const start = await listQueue({ ...queryOf({ gym }), before: back.rows[0]!.place });
  expect(ids(start.rows)).toEqual(all.slice(0, itemsPerPage));
  expect(start.hasPrevious).toBe(false);
});

test("recent automatic decisions are listed newest first, unless a person has decided since", async () => {
  const scene = await newScene();
  const { revisionId, reviewId } = await submitted(scene, { body: newBody() });
  await settleRevision(await claimed(revisionId), rejection);
  const decided = queryOf({ state: "decided", gym: scene.gymId });
  const { rows } = await listQueue(decided);
  expect(rows).toMatchObject([
    { revisionId, reason: null, decision: "REJECT", category: "profanity", decidedBy: "MODEL" },
  ]);
  expect(ids((await listQueue({ ...decided, category: "hate" })).rows)).toEqual([]);

  const other = await newScene();
  const again = await submitted({ ...scene, authorId: other.authorId }, { body: newBody() });
  await settleRevision(await claimed(again.revisionId), approval);
  expect(ids((await listQueue(decided)).rows)).toEqual([again.revisionId, revisionId]);
  await prisma.verdict.create({
    data: { revisionId, attempt: 9, decision: "APPROVE", decidedBy: "MODERATOR", policyVersion: 1 },
  });
  expect(ids((await listQueue(decided)).rows)).toEqual([again.revisionId]);

  // An edit replaces a text that is not published.
  await prisma.verdict.deleteMany({ where: { revisionId, attempt: 9 } });
  await prisma.reviewRevision.create({
    data: { reviewId, number: 2, stars: 3, body: "x", bodyHash: "x", locale: "ko", status: "HELD" },
  });
  expect(ids((await listQueue(decided)).rows)).toEqual([again.revisionId]);
});

test("the counts show how many items wait for each reason, and since when", async () => {
  const before = await countQueue();
  const { id: gym } = await newGym();
  const openedAt = new Date("2020-01-01T00:00:00Z");
  await newQueueItem({ gymId: gym, reason: "APPEALED", openedAt });
  const { APPEALED, HELD } = await countQueue();
  expect(APPEALED).toEqual({ count: before.APPEALED.count + 1, oldestAt: openedAt });
  expect(HELD.count).toBe(before.HELD.count);
});

test("next and previous follow the list, skip items that somebody else has open, and continue on the next page", async () => {
  const { id: gym } = await newGym();
  await newItems(gym, itemsPerPage + 2);
  const query = queryOf({ gym });
  const page = await listQueue(query);
  const order = ids(page.rows);
  const lead = (at: number, taken: string[] = []) => {
    const { next, previous } = neighboursOf({
      page,
      query,
      current: { revisionId: order[at]!, place: page.rows[at]!.place },
      isTaken: (id) => taken.includes(id),
    });
    return [next && parseQueueHref(next), previous && parseQueueHref(previous)] as const;
  };
  expect(lead(0)[0]).toMatchObject({ gym, item: order[1] });
  expect(lead(0)[1]).toBeUndefined();
  expect(lead(1, [order[2]!, order[3]!])[0]).toMatchObject({ item: order[4] });
  expect(lead(1)[1]).toMatchObject({ item: order[0] });
  expect(lead(itemsPerPage - 1)[0]).toMatchObject({ item: "", after: page.rows.at(-1)!.place });

  // One that was decided in between has its position.
  const gone = neighboursOf({
    page: { ...page, rows: page.rows.toSpliced(4, 1) },
    query,
    current: { revisionId: order[4]!, place: page.rows[4]!.place },
    isTaken: () => false,
  });
  expect([parseQueueHref(gone.next!).item, parseQueueHref(gone.previous!).item]).toEqual([
    order[5],
    order[3],
  ]);
});

test("after a decision the next free item opens, and becomes the moderator's", async () => {
  const { id: gym } = await newGym();
  const items = await newItems(gym, 3);
  const order = ids((await listQueue(queryOf({ gym }))).rows);
  const placeOf = new Map(
    (await listQueue(queryOf({ gym }))).rows.map(({ revisionId, place }) => [revisionId, place]),
  );
  const [one, other] = [await newModerator("하나"), await newModerator()];
  const next = async (moderatorId: string, decided: string) =>
    parseQueueHref(
      await openNext({
        moderatorId,
        query: queryOf({ gym }),
        decided: { revisionIds: [decided], place: placeOf.get(decided) },
      }),
    ).item;
  expect(items).toHaveLength(3);
  expect(await next(one, order[0]!)).toBe(order[1]);
  expect(await listLookers()).toContainEqual(
    expect.objectContaining({ moderatorId: one, revisionId: order[1], name: "하나", hasTaken: false }),
  );
  expect(await next(other, order[0]!)).toBe(order[2]);
  // After the last one: the first skipped item; none when others have all of them open.
  await look({ moderatorId: one, revisionId: order[2]! });
  expect(await next(other, order[2]!)).toBe(order[0]);
  await prisma.moderationItem.updateMany({ where: { gymId: gym }, data: { closedAt: new Date() } });
  expect(await next(other, order[2]!)).toBe("");
});
