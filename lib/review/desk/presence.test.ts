import { expect, test } from "vitest";
import { newGym } from "../../../test/new-gym.ts";
import { newModerator } from "../../../test/desk-scene.ts";
import { newQueueItem } from "../../../test/new-queue.ts";
import { prisma } from "../../db.ts";
import { listLookers, look, lookAway, presenceSeconds } from "./presence.ts";

const lookersAt = async (revisionId: string) =>
  (await listLookers()).filter((looker) => looker.revisionId === revisionId).map(({ name }) => name);

async function newItems() {
  const { id: gymId } = await newGym();
  return [(await newQueueItem({ gymId })).revisionId, (await newQueueItem({ gymId })).revisionId] as const;
}

test("a moderator has one item open at a time, until they leave it", async () => {
  const [one, other] = await newItems();
  const moderatorId = await newModerator("민지");
  await look({ moderatorId, revisionId: one });
  expect(await lookersAt(one)).toEqual(["민지"]);
  await look({ moderatorId, revisionId: other });
  expect([await lookersAt(one), await lookersAt(other)]).toEqual([[], ["민지"]]);
  // A closing page sends its message last, with its own revision.
  await lookAway({ moderatorId, revisionId: one });
  expect(await lookersAt(other)).toEqual(["민지"]);
  await lookAway({ moderatorId, revisionId: other });
  expect(await lookersAt(other)).toEqual([]);
});

test("presence expires", async () => {
  const [one] = await newItems();
  const moderatorId = await newModerator();
  await look({ moderatorId, revisionId: one });
  await prisma.moderatorPresence.update({
    where: { moderatorId },
    data: { seenAt: new Date(Date.now() - (presenceSeconds + 1) * 1000) },
  });
  expect(await lookersAt(one)).toEqual([]);
});

test("former and suspended moderators have no presence", async () => {
  const [one, other] = await newItems();
  const [demoted, suspended] = [await newModerator("민지"), await newModerator("도윤")];
  await look({ moderatorId: demoted, revisionId: one });
  await look({ moderatorId: suspended, revisionId: other });
  expect([await lookersAt(one), await lookersAt(other)]).toEqual([["민지"], ["도윤"]]);
  await prisma.member.update({ where: { id: demoted }, data: { role: "MEMBER" } });
  await prisma.member.update({ where: { id: suspended }, data: { suspendedAt: new Date() } });
  expect([await lookersAt(one), await lookersAt(other)]).toEqual([[], []]);
});

test("a deleted revision has no presence", async () => {
  const moderatorId = await newModerator();
  await look({ moderatorId, revisionId: crypto.randomUUID() });
  expect(await prisma.moderatorPresence.count({ where: { moderatorId } })).toBe(0);
});
