import { expect, test } from "vitest";

import { decide, judgedReview, newModerator, undone } from "../../../../test/desk-scene.ts";
import { newGym } from "../../../../test/new-gym.ts";
import { newMember } from "../../../../test/new-member.ts";
import { newQueueItem } from "../../../../test/new-queue.ts";
import { startWithoutReviews } from "../../../../test/no-reviews.ts";
import { hold, rejection } from "../../../../test/review-scene.ts";
import { prisma } from "../../../db.ts";
import { appealRejection } from "../../appeal/appeal-rejection.ts";
import { findQueueItem } from "../item-data.ts";
import { listLookers, look } from "../presence.ts";
import { countQueue } from "../queue-counts.ts";
import { listQueue } from "../queue-list.ts";
import { itemsPerPage } from "../queue-list-sql.ts";
import { findOffered, openNext } from "../queue-next.ts";
import { parseQueueHref, queueQuerySchema } from "../queue-query.ts";
import { assignItem } from "./assign-item.ts";
import { isPassedOver } from "./is-passed-over.ts";
import { listModerators } from "./list-moderators.ts";
import { maxTaken } from "./schema.ts";

startWithoutReviews();

const done = { ok: true, data: null };
const queryOf = (query: object) => queueQuerySchema.parse(query);
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const take = (revisionId: string, toId: string, takerId: string | null = null) =>
  assignItem({ revisionId, toId, takerId });
const takerOf = async (revisionId: string) => (await findQueueItem(revisionId))?.taker?.name ?? null;
const idsOf = async (query: object) =>
  (await listQueue(queryOf(query))).rows.map(({ revisionId }) => revisionId);

async function newItems(count: number, gymId?: string) {
  const gym = gymId ?? (await newGym()).id;
  const items = [];
  for (let n = 0; n < count; n += 1)
    items.push(await newQueueItem({ gymId: gym, openedAt: minutesAgo(1000 - n) }));
  return { gym, items };
}

test("a moderator takes an item, returns it, and gives one to another moderator", async () => {
  const [minji, doyun] = [await newModerator("민지"), await newModerator("도윤")];
  const { revisionId } = (await newItems(1)).items[0]!;
  expect(await takerOf(revisionId)).toBeNull();
  expect(await take(revisionId, minji)).toEqual(done);
  expect(await takerOf(revisionId)).toBe("민지");
  // The same again, as by a double click.
  expect(await take(revisionId, minji)).toEqual(done);
  expect(await take(revisionId, doyun, minji)).toEqual(done);
  expect(await takerOf(revisionId)).toBe("도윤");
  expect(await assignItem({ revisionId, toId: null, takerId: doyun })).toEqual(done);
  expect(await assignItem({ revisionId, toId: null, takerId: doyun })).toEqual(done);
  expect(await takerOf(revisionId)).toBeNull();
});

test("of two moderators who take an item at once one gets it, and the other sees the name", async () => {
  const moderators = [await newModerator("민지"), await newModerator("도윤")] as const;
  for (const { revisionId } of (await newItems(10)).items) {
    const taken = await Promise.all(moderators.map((id) => take(revisionId, id)));
    const winner = taken.findIndex(({ ok }) => ok);
    expect(taken[1 - winner]).toEqual({ ok: false, error: "TAKEN", taker: await takerOf(revisionId) });
    expect(await takerOf(revisionId)).toBe(["민지", "도윤"][winner]);
  }
});

test("a form with an outdated taker changes nothing", async () => {
  const [minji, doyun, seoa] = [
    await newModerator("민지"),
    await newModerator("도윤"),
    await newModerator("서아"),
  ];
  const { revisionId } = (await newItems(1)).items[0]!;
  await take(revisionId, minji);
  await take(revisionId, doyun, minji);
  const late = { ok: false, error: "TAKEN", taker: "도윤" };
  expect(await take(revisionId, seoa, minji)).toEqual(late);
  expect(await assignItem({ revisionId, toId: null, takerId: minji })).toEqual(late);
  await assignItem({ revisionId, toId: null, takerId: doyun });
  expect(await take(revisionId, seoa, doyun)).toEqual({ ok: false, error: "GIVEN_BACK" });
  expect(await takerOf(revisionId)).toBeNull();
});

test("an item is not assigned to a moderator who may not decide it, when it is not open, or beyond a day's work", async () => {
  const moderatorId = await newModerator("민지");
  const { gym, items } = await newItems(maxTaken + 1);
  const refused = (error: string) => ({ ok: false, error });
  const [first, ...rest] = items;
  expect(await take(first!.revisionId, await newMember())).toEqual(refused("NO_MODERATOR"));
  expect(await take(first!.revisionId, crypto.randomUUID())).toEqual(refused("NO_MODERATOR"));
  expect(await take(crypto.randomUUID(), moderatorId)).toEqual(refused("NOT_FOUND"));

  await prisma.member.update({ where: { id: first!.authorId }, data: { role: "MODERATOR" } });
  expect(await take(first!.revisionId, first!.authorId)).toEqual(refused("OWN_REVIEW"));

  for (const { revisionId } of rest) await take(revisionId, moderatorId);
  expect(await take(first!.revisionId, moderatorId)).toEqual(refused("TOO_MANY"));
  await prisma.moderationItem.update({ where: { id: rest[0]!.itemId }, data: { closedAt: new Date() } });
  expect(await take(rest[0]!.revisionId, moderatorId)).toEqual(refused("NOT_FOUND"));
  // Room for one more, taken in two tabs.
  const { items: more } = await newItems(1, gym);
  const both = await Promise.all([first!, more[0]!].map(({ revisionId }) => take(revisionId, moderatorId)));
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
});

test("an appeal can not be taken by the moderator of the appealed decision", async () => {
  const [decider, other] = [await newModerator("민지"), await newModerator("도윤")];
  const { authorId, revisionId } = await judgedReview(hold);
  await decide(decider, revisionId, "REJECT");
  const { id: verdictId } = await prisma.verdict.findFirstOrThrow({
    where: { revisionId, decidedBy: "MODERATOR" },
  });
  await appealRejection({ authorId, verdictId, text: "욕이 아니라 운동 이름이에요." });
  expect(await take(revisionId, decider)).toEqual({ ok: false, error: "OWN_DECISION" });
  expect(await take(revisionId, other)).toEqual(done);
});

test("the items of a suspended, former or deleted moderator are free", async () => {
  const [minji, doyun, gone] = [
    await newModerator("민지"),
    await newModerator("도윤"),
    await newModerator("하늘"),
  ];
  const { gym, items } = await newItems(3);
  const [one, two, three] = items.map(({ revisionId }) => revisionId) as [string, string, string];
  await take(one, minji);
  await take(two, minji);
  await take(three, gone);
  expect(await idsOf({ gym, taken: "nobody" })).toEqual([]);
  await prisma.member.delete({ where: { id: gone } });
  expect(await idsOf({ gym, taken: "nobody" })).toEqual([three]);

  await prisma.member.update({ where: { id: minji }, data: { suspendedAt: new Date() } });
  expect(await listModerators()).not.toContainEqual({ id: minji, name: "민지" });
  expect(await takerOf(one)).toBeNull();
  expect(await idsOf({ gym, taken: "nobody" })).toEqual([one, two, three]);
  expect(await idsOf({ gym, taken: minji })).toEqual([]);
  expect((await listLookers()).filter(({ moderatorId }) => moderatorId === minji)).toEqual([]);
  expect(await take(one, doyun)).toEqual(done);
  // Moderators again, they have their items, except for those that others took.
  await prisma.member.update({ where: { id: minji }, data: { suspendedAt: null } });
  expect([await takerOf(one), await takerOf(two)]).toEqual(["도윤", "민지"]);
  await prisma.member.update({ where: { id: minji }, data: { role: "MEMBER" } });
  expect(await idsOf({ gym, taken: "nobody" })).toEqual([two, three]);
});

test("the queue and its counts can be filtered by taker, or to free items", async () => {
  const moderatorId = await newModerator("민지");
  const { gym, items } = await newItems(3);
  await take(items[1]!.revisionId, moderatorId);
  expect(await idsOf({ gym, taken: moderatorId })).toEqual([items[1]!.revisionId]);
  expect(await idsOf({ gym, taken: "nobody" })).toEqual([items[0]!.revisionId, items[2]!.revisionId]);
  expect(await idsOf({ gym })).toHaveLength(3);
  expect((await countQueue(queryOf({ gym, taken: moderatorId }))).HELD.count).toBe(1);
  expect((await countQueue(queryOf({ gym, taken: "nobody" }))).HELD.count).toBe(2);
  // A decided item has no taker.
  expect(await idsOf({ gym, taken: moderatorId, state: "decided" })).toEqual([]);
});

test("after a decision the items of others are skipped, even a full page of them, unless the filter asks for them", async () => {
  const [minji, doyun] = [await newModerator("민지"), await newModerator("도윤")];
  const { gym, items } = await newItems(itemsPerPage + 4);
  const [decided, ...rest] = items.map(({ revisionId }) => revisionId);
  const last = rest.at(-1)!;
  await prisma.moderationItem.updateMany({
    where: { revisionId: { in: rest.slice(0, -1) } },
    data: { takenById: doyun, takenAt: new Date() },
  });
  const place = (await findQueueItem(decided!))!.places.open;
  await decide(minji, decided!, "APPROVE");
  const all = queryOf({ gym });
  const offered = await findOffered({
    page: await listQueue(all),
    query: all,
    moderatorId: minji,
    isTaken: (id) => id !== last,
  });
  expect(offered?.revisionId).toBe(last);
  const nextIn = async (query: object) =>
    parseQueueHref(
      await openNext({
        moderatorId: minji,
        query: queryOf({ gym, ...query }),
        decided: { revisionIds: [decided!], place },
      }),
    ).item;
  expect(await nextIn({})).toBe(last);
  expect(await nextIn({ taken: doyun })).toBe(rest[0]);
  // The taker's open item is skipped there too.
  await look({ moderatorId: doyun, revisionId: rest[0]! });
  expect(await nextIn({ taken: doyun })).toBe(rest[1]);
});

test("taken and open items are one list", async () => {
  const moderatorId = await newModerator("민지");
  const [one, two] = (await newItems(2)).items.map(({ revisionId }) => revisionId) as [string, string];
  await take(one, moderatorId);
  await look({ moderatorId, revisionId: one });
  await take(two, moderatorId);
  const mine = (await listLookers()).filter((looker) => looker.moderatorId === moderatorId);
  expect(mine).toHaveLength(2);
  const of = { moderatorId, name: "민지" };
  expect(mine).toContainEqual({ ...of, revisionId: one, hasOpen: true, hasTaken: true });
  expect(mine).toContainEqual({ ...of, revisionId: two, hasOpen: false, hasTaken: true });
  const taken = mine.find(({ revisionId }) => revisionId === two)!;
  expect(isPassedOver(taken, { viewerId: moderatorId, taken: "" })).toBe(false);
  expect(isPassedOver(taken, { viewerId: "other", taken: "" })).toBe(true);
  expect(isPassedOver(taken, { viewerId: "other", taken: moderatorId })).toBe(false);
});

test("a decision ends the assignment, and its undo restores it", async () => {
  const moderatorId = await newModerator("민지");
  const { revisionId } = await judgedReview(hold);
  await take(revisionId, moderatorId);
  const actId = await decide(await newModerator(), revisionId, "APPROVE");
  expect(await takerOf(revisionId)).toBeNull();
  await undone(actId);
  expect(await takerOf(revisionId)).toBe("민지");
  // A new item, for another reason, has no taker.
  const rejected = await judgedReview(rejection);
  expect(await take(rejected.revisionId, moderatorId)).toEqual({ ok: false, error: "NOT_FOUND" });
});
