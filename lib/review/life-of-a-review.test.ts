import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { newMember } from "../../test/new-member.ts";
import { expectTrueTallies, newPlace } from "../../test/review-scene.ts";
import { compareWalk, expectedOwn, findOwn, startWalk, takeStep } from "../../test/review-walk.ts";
import { prisma } from "../db.ts";
import { jobQueue } from "../jobs/queue.ts";
import { createModerateQueue } from "./judging/judge-job.ts";
import { listOwnReviews } from "./own-reviews.ts";

vi.hoisted(() => (process.env.REVIEWS_PER_HOUR = "100000"));
beforeAll(async () => createModerateQueue(await jobQueue()));
afterAll(async () => (await jobQueue()).stop());

const seeds = [3, 14, 15, 92, 65, 35, 89, 79];

test.each(seeds)(
  "any sequence of events on reviews leads to the modelled state (%i)",
  async (seed) => {
    await prisma.review.deleteMany(); // revisions of other tests would be claimed here
    const members = await Promise.all([newMember(), newMember(), newMember(), newMember()]);
    const walk = startWalk(seed, await newPlace(), members);
    for (let steps = 0; steps < 90; steps += 1) {
      await takeStep(walk);
      const { actual, expected } = await compareWalk(walk);
      expect(actual).toEqual(expected);
      await expectTrueTallies(walk.place);
    }
    for (const slot of walk.slots) expect(await findOwn(slot)).toEqual(expectedOwn(walk, slot));
    expect(await listOwnReviews(walk.stranger)).toEqual([]);
    expect(walk.told).toBeGreaterThan(0);
  },
  60_000,
);
