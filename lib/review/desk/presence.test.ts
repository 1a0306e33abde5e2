import { expect, test } from "vitest";
import { newGym } from "../../../e2e/support/vitest/new-gym.ts";
import { newMember } from "../../../e2e/support/vitest/new-member.ts";
import { newQueueItem } from "../../../e2e/support/vitest/new-queue.ts";
import { prisma } from "../../db.ts";
import { listLookers, look, lookAway, presenceSeconds } from "./presence.ts";

const lookersAt = async (revisionId: string) =>
  (await listLookers()).filter((looker) => looker.revisionId === revisionId).map(({ name }) => name);

async function newItems() {
  const { id: gymId } = await newGym();
  return [(await newQueueItem({ gymId })).revisionId, (await newQueueItem({ gymId })).revisionId] as const;
}

test("a moderator looks at one thing at a time, until they look away", async () => {
  const [one, other] = await newItems();
  const moderatorId = await newMember({ name: "민지" });
  await look({ moderatorId, revisionId: one });
  expect(await lookersAt(one)).toEqual(["민지"]);
  await look({ moderatorId, revisionId: other });
  expect([await lookersAt(one), await lookersAt(other)]).toEqual([[], ["민지"]]);
  // The page that closes speaks last, and of what it showed.
  await lookAway({ moderatorId, revisionId: one });
  expect(await lookersAt(other)).toEqual(["민지"]);
  await lookAway({ moderatorId, revisionId: other });
  expect(await lookersAt(other)).toEqual([]);
});

test("whoever has not been heard of for a while has gone", async () => {
  const [one] = await newItems();
  const moderatorId = await newMember();
  await look({ moderatorId, revisionId: one });
  await prisma.moderatorPresence.update({
    where: { moderatorId },
    data: { seenAt: new Date(Date.now() - (presenceSeconds + 1) * 1000) },
  });
  expect(await lookersAt(one)).toEqual([]);
});

test("what is deleted is looked at by nobody", async () => {
  const moderatorId = await newMember();
  await look({ moderatorId, revisionId: crypto.randomUUID() });
  expect(await prisma.moderatorPresence.count({ where: { moderatorId } })).toBe(0);
});
