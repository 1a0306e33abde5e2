import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import {
  type Scene,
  approval,
  claimed,
  failure,
  hold,
  newBody,
  newScene,
  openItemsOf,
  reviewOf,
  revisionOf,
  submit,
  submitted,
} from "../../test/review-scene.ts";
import { newMember } from "../../test/new-member.ts";
import { pool, prisma } from "../db.ts";
import { jobQueue } from "../jobs/queue.ts";
import { createModerateQueue } from "./judging/judge-job.ts";
import { moderateReviewQueue } from "./revision/judge-queue.ts";
import { hasReviewOf } from "./own-reviews.ts";
import { settleRevision } from "./judging/settle-revision.ts";
import { submitReview } from "./submit-review.ts";

const perHour = vi.hoisted(() => {
  process.env.REVIEWS_PER_HOUR = "6";
  return 6;
});

beforeAll(async () => createModerateQueue(await jobQueue()));
afterAll(async () => (await jobQueue()).stop());

async function jobsOf(revisionId: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int FROM pgboss.job WHERE name = $1 AND data->>'revisionId' = $2`,
    [moderateReviewQueue, revisionId],
  );
  return rows[0]!.count;
}

async function charged({ authorId }: Scene): Promise<number> {
  const key = createHash("sha256").update(authorId).digest("base64url");
  const row = await prisma.rateLimit.findFirst({ where: { key: { endsWith: key } } });
  return row?.points ?? 0;
}

const countsOf = async ({ authorId }: Scene) => ({
  reviews: await prisma.review.count({ where: { authorId } }),
  revisions: await prisma.reviewRevision.count({ where: { review: { authorId } } }),
});

describe("a new review", () => {
  test("waits, hidden, with its job", async () => {
    const scene = await newScene();
    const { reviewId, revisionId } = await submitted(scene, {
      stars: 5,
      body: "기구가 많고 깨끗해요. Nice!",
    });
    expect(await revisionOf(revisionId)).toMatchObject({
      number: 1,
      stars: 5,
      status: "PENDING",
      locale: "ko",
    });
    expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: null, publishedAt: null });
    expect(await jobsOf(revisionId)).toBe(1);
  });

  test("of a trainer is separate from the one of the gym", async () => {
    const scene = await newScene();
    const gym = await submitted(scene);
    const trainer = await submitted(scene, { trainerSlug: scene.trainerSlug });
    expect(trainer.reviewId).not.toBe(gym.reviewId);
    expect(await reviewOf(trainer.reviewId)).toMatchObject({
      gymId: scene.gymId,
      trainerId: scene.trainerId,
    });
  });

  test("of a missing place, or of another gym's trainer, is refused and not counted", async () => {
    const [scene, other] = [await newScene(), await newScene()];
    await prisma.trainer.update({ where: { id: other.trainerId }, data: { slug: "other" } });
    for (const place of [{ gymSlug: "no-such-gym" }, { gymSlug: "\0" }, { trainerSlug: "other" }]) {
      const draft = { ...scene, trainerSlug: "", stars: 3, body: newBody(), base: "", ...place };
      expect(await submitReview(draft)).toEqual({ ok: false, error: "NOT_FOUND" });
    }
    expect(await charged(scene)).toBe(0);
  });

  test("sent ten times at once, by a double click or from two tabs, is one review and counted once", async () => {
    const scene = await newScene();
    const body = newBody();
    const results = await Promise.all(Array.from({ length: 10 }, () => submit(scene, { body })));
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    const ids = results.map((result) => (result.ok ? result.data : null));
    expect(new Set(ids.map((data) => data?.revisionId)).size).toBe(1);
    expect(ids.filter((data) => data?.isNew)).toHaveLength(1);
    expect(await countsOf(scene)).toEqual({ reviews: 1, revisions: 1 });
    expect(await jobsOf(ids[0]!.revisionId)).toBe(1);
    expect(await charged(scene)).toBe(1);
  });

  test("in two tabs with two texts: the second gets the first one's text as a conflict, and nothing is lost", async () => {
    const scene = await newScene();
    const bodies = [newBody(), newBody()];
    const results = await Promise.all(bodies.map((body) => submit(scene, { body })));
    const won = results.findIndex(({ ok }) => ok);
    expect(results[1 - won]).toMatchObject({ ok: false, error: "CONFLICT", latest: { body: bodies[won] } });
    expect(await countsOf(scene)).toEqual({ reviews: 1, revisions: 1 });
    expect(await charged(scene)).toBe(1);
  });

  test("is limited by the hour; repeats are not", async () => {
    const scene = await newScene();
    const body = newBody();
    let base = "";
    for (let sent = 0; sent < perHour; sent += 1) {
      base = (await submitted(scene, { base, body: `${body} ${sent}` })).revisionId;
    }
    expect(await submit(scene, { base, body })).toMatchObject({ ok: false, error: "RATE_LIMITED" });
    expect(await submit(scene, { base, body: `${body} ${perHour - 1}` })).toMatchObject({
      data: { isNew: false },
    });
    // The limit is per member.
    await submitted({ ...scene, authorId: await newMember() });
  });
});

describe("an edit", () => {
  test("is a new revision that is judged again, while the approved one stays published", async () => {
    const scene = await newScene();
    const first = await submitted(scene, { stars: 5 });
    await settleRevision(await claimed(first.revisionId), approval);
    const second = await submitted(scene, { stars: 1, base: first.revisionId });
    expect(second.reviewId).toBe(first.reviewId);
    expect(await revisionOf(second.revisionId)).toMatchObject({ number: 2, status: "PENDING" });
    expect(await reviewOf(first.reviewId)).toMatchObject({
      publishedRevisionId: first.revisionId,
      publishedStars: 5,
    });
  });

  test("of one that still waits replaces it and ends its lease", async () => {
    const scene = await newScene();
    const first = await submitted(scene);
    await claimed(first.revisionId);
    await submitted(scene, { base: first.revisionId });
    expect(await revisionOf(first.revisionId)).toMatchObject({ status: "SUPERSEDED", leaseUntil: null });
  });

  test.each([hold, failure])(
    "of one that waits for a moderator removes it from their list",
    async (outcome) => {
      const scene = await newScene();
      const first = await submitted(scene);
      await settleRevision(await claimed(first.revisionId), outcome);
      expect(await openItemsOf(first.reviewId)).toHaveLength(1);
      await submitted(scene, { base: first.revisionId });
      expect(await openItemsOf(first.reviewId)).toHaveLength(0);
      expect(await revisionOf(first.revisionId)).toMatchObject({ status: "SUPERSEDED" });
    },
  );

  test("with other stars and the same words is an edit", async () => {
    const scene = await newScene();
    const body = newBody();
    const first = await submitted(scene, { body, stars: 2 });
    await submitted(scene, { body, stars: 3, base: first.revisionId });
    expect(await countsOf(scene)).toEqual({ reviews: 1, revisions: 2 });
  });

  test("made from an older text than the latest is refused, and returns the latest", async () => {
    const scene = await newScene();
    const first = await submitted(scene);
    const second = await submitted(scene, {
      base: first.revisionId,
      stars: 2,
      body: "두 번째로 쓴 글이에요.",
    });
    expect(await submit(scene, { base: first.revisionId })).toEqual({
      ok: false,
      error: "CONFLICT",
      latest: { revisionId: second.revisionId, stars: 2, body: "두 번째로 쓴 글이에요." },
    });
    expect(await countsOf(scene)).toEqual({ reviews: 1, revisions: 2 });
  });

  test("of a review that was deleted since does not create it again", async () => {
    const scene = await newScene();
    const { revisionId, reviewId } = await submitted(scene);
    await prisma.review.delete({ where: { id: reviewId } });
    expect(await submit(scene, { base: revisionId })).toEqual({ ok: false, error: "CONFLICT", latest: null });
    await submitted(scene);
  });

  test("sent from ten tabs at once leaves one revision waiting", async () => {
    const scene = await newScene();
    const { revisionId: base } = await submitted(scene);
    const results = await Promise.all(Array.from({ length: 10 }, () => submit(scene, { base })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const review = { authorId: scene.authorId };
    expect(await prisma.reviewRevision.count({ where: { review, status: "PENDING" } })).toBe(1);
  });

  test("with a stranger's base does not change the stranger's review", async () => {
    const scene = await newScene();
    const theirs = await submitted(scene);
    const stranger = { ...scene, authorId: await newMember() };
    expect(await submit(stranger, { base: theirs.revisionId })).toMatchObject({
      error: "CONFLICT",
      latest: null,
    });
    expect(await countsOf(scene)).toEqual({ reviews: 1, revisions: 1 });
  });
});

test("a member's review of a gym is found for them only, and not for its trainer", async () => {
  const scene = await newScene();
  const { authorId, gymId, trainerId } = scene;
  expect(await hasReviewOf({ authorId, gymId, trainerId: null })).toBe(false);
  await submitted(scene);
  expect(await hasReviewOf({ authorId, gymId, trainerId: null })).toBe(true);
  expect(await hasReviewOf({ authorId, gymId, trainerId })).toBe(false);
  expect(await hasReviewOf({ authorId: await newMember(), gymId, trainerId: null })).toBe(false);
});
