import { expect, test } from "vitest";

import { newGym } from "../../../test/new-gym.ts";
import { newMember } from "../../../test/new-member.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import {
  type Scene,
  newBody,
  newScene,
  noticesOf,
  openItemsOf,
  revisionOf,
  submitted,
} from "../../../test/review-scene.ts";
import { prisma } from "../../db.ts";
import { deleteReview } from "../delete-review.ts";
import { moderateWaiting } from "./judge-waiting.ts";

startWithoutReviews();

async function elsewhere(scene: Scene): Promise<Scene> {
  const { id: gymId, slug: gymSlug } = await newGym();
  return { ...scene, gymId, gymSlug };
}

async function judged(
  scene: Scene,
  draft: { body: string; stars?: number; base?: string; trainerSlug?: string },
) {
  const ids = await submitted(scene, draft);
  await moderateWaiting();
  return { ...ids, status: (await revisionOf(ids.revisionId)).status };
}

test("a text that its author has sent for another place waits for a person, even with a word changed", async () => {
  const scene = await newScene();
  const body = `바다짐은 시설이 깨끗하고 선생님들이 친절해요. 강력 추천합니다. ${newBody()}`;
  expect(await judged(scene, { body })).toMatchObject({ status: "APPROVED" });
  const copy = await judged(await elsewhere(scene), { body: body.replace("바다짐", "파도짐") });
  expect(copy.status).toBe("HELD");
  expect(await openItemsOf(copy.reviewId)).toMatchObject([
    { reason: "HELD", category: "COPIED", decidedBy: "RULE" },
  ]);
  expect(await prisma.verdict.findFirst({ where: { revisionId: copy.revisionId } })).toMatchObject({
    decision: "HOLD",
    holdReason: "COPIED",
    rule: null,
  });
  expect((await noticesOf(scene.authorId)).map(({ kind }) => kind)).toEqual([
    "REVIEW_APPROVED",
    "REVIEW_HELD",
  ]);
  // The copied review stays published, and the cached verdict still applies to other authors.
  const stranger = { ...(await newScene()), authorId: await newMember() };
  expect(await judged(stranger, { body })).toMatchObject({ status: "APPROVED" });
});

test("of copies that are judged together only the first one is published", async () => {
  const scene = await newScene();
  const body = newBody();
  const ids: string[] = [];
  for (let sent = 0; sent < 4; sent += 1) {
    ids.push((await submitted(await elsewhere(scene), { body })).revisionId);
  }
  await moderateWaiting();
  const statuses = await Promise.all(ids.map(async (id) => (await revisionOf(id)).status));
  expect(statuses).toEqual(["APPROVED", "HELD", "HELD", "HELD"]);
});

test("a short text may be used for two places; for a third it waits for a person", async () => {
  const scene = await newScene();
  const body = `깨끗하고 친절해요 ${newBody().slice(-8)}`;
  expect(await judged(scene, { body })).toMatchObject({ status: "APPROVED" });
  expect(await judged(scene, { body, trainerSlug: scene.trainerSlug })).toMatchObject({ status: "APPROVED" });
  expect(await judged(await elsewhere(scene), { body })).toMatchObject({ status: "HELD" });
});

test("the same words with other stars, or words that were deleted elsewhere, are no copy", async () => {
  const scene = await newScene();
  const body = newBody();
  const first = await judged(scene, { body });
  const there = await elsewhere(scene);
  const copy = await judged(there, { body });
  expect(copy.status).toBe("HELD");
  expect(await judged(scene, { body, stars: 1, base: first.revisionId })).toMatchObject({
    status: "APPROVED",
  });

  await deleteReview({ authorId: scene.authorId, reviewId: first.reviewId });
  expect(await judged(there, { body, stars: 2, base: copy.revisionId })).toMatchObject({
    status: "APPROVED",
  });
});
