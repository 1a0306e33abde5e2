import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newGym, newTrainer, publishReview } from "../../test/new-gym.ts";
import { newMember } from "../../test/new-member.ts";
import {
  type Scene,
  approval,
  claimed,
  expectTrueTallies,
  hold,
  newPlace,
  openItemsOf,
  rejection,
  reviewOf,
  revisionOf,
  submit,
  submitted,
} from "../../test/review-scene.ts";
import { pool, prisma } from "../db.ts";
import { jobQueue } from "../jobs/queue.ts";
import type { Outcome } from "../moderation/judgement.ts";
import { createModerateQueue } from "../review/judging/judge-job.ts";
import { countMove } from "./move-reviews.ts";
import { settleRevision } from "../review/judging/settle-revision.ts";
import { findPlace } from "../gym/find-place.ts";
import { mergeGyms } from "./merge-gyms.ts";
import { mergeTrainers } from "./merge-trainers.ts";

beforeAll(async () => createModerateQueue(await jobQueue()));
afterAll(async () => (await jobQueue()).stop());

const adminId = await newMember();
const auditOf = (subjectId: string) =>
  prisma.auditEvent.findMany({ where: { subjectId }, select: { kind: true, actorId: true, data: true } });

async function decided(scene: Scene, outcome: Outcome, draft: Parameters<typeof submitted>[1] = {}) {
  const sent = await submitted(scene, draft);
  await settleRevision(await claimed(sent.revisionId), outcome);
  return sent;
}

const numbersOf = async (reviewId: string) =>
  (
    await prisma.reviewRevision.findMany({
      where: { reviewId },
      orderBy: { number: "asc" },
      select: { id: true, number: true, status: true },
    })
  ).map(({ id, number, status }) => [id, number, status]);

async function newDouble() {
  const [from, into, authorId] = [await newPlace(), await newPlace(), await newMember()];
  return { from, into, atFrom: { ...from, authorId }, atInto: { ...into, authorId } };
}

describe("a gym that is merged into another", () => {
  test("moves its reviews, trainers and open moderation items, and the tallies are right", async () => {
    const [from, into] = [await newPlace(), await newPlace()];
    for (const stars of [1, 5]) await publishReview({ gymId: from.gymId, stars });
    await publishReview({ gymId: from.gymId, trainerId: from.trainerId, stars: 4 });
    await publishReview({ gymId: into.gymId, stars: 3 });
    await publishReview({ gymId: into.gymId, trainerId: into.trainerId, stars: 2 });
    const held = await decided({ ...from, authorId: await newMember() }, hold);
    await prisma.reviewSummary.create({ data: { gymId: from.gymId, locale: "ko", sentences: [] } });
    const move = { of: "gym", fromId: from.gymId, toId: into.gymId } as const;
    expect(await countMove(move)).toEqual({ reviews: 4, published: 3, joined: 0 });

    expect(await mergeGyms({ adminId, gymId: from.gymId, intoId: into.gymId })).toEqual({
      ok: true,
      data: { slug: into.gymSlug },
    });

    expect(await prisma.gym.findUnique({ where: { id: from.gymId } })).toBeNull();
    const gym = await prisma.gym.findUniqueOrThrow({ where: { id: into.gymId } });
    expect(gym).toMatchObject({ starCounts: [1, 1, 1, 1, 1], reviewCount: 5, starSum: 15 });
    await expectTrueTallies(into);
    await expectTrueTallies({ ...into, trainerId: from.trainerId });
    expect(
      await prisma.trainer.findMany({ where: { gymId: into.gymId }, orderBy: { slug: "asc" } }),
    ).toMatchObject([
      { id: into.trainerId, slug: "han-seoyeon" },
      { id: from.trainerId, slug: "han-seoyeon-2" },
    ]);
    expect(await openItemsOf(held.reviewId)).toMatchObject([
      { revisionId: held.revisionId, gymId: into.gymId },
    ]);
    expect(await auditOf(from.gymId)).toEqual([
      {
        kind: "GYM_MERGED",
        actorId: adminId,
        data: { intoId: into.gymId, slug: from.gymSlug, reviews: 4, joined: 0 },
      },
    ]);
  });

  test("is found under its old addresses, directly and after a chain of merges", async () => {
    const [a, b, c] = [await newPlace(), await newPlace(), await newPlace()];
    await mergeGyms({ adminId, gymId: a.gymId, intoId: b.gymId });
    await mergeGyms({ adminId, gymId: b.gymId, intoId: c.gymId });
    for (const { gymSlug } of [a, b, c])
      expect(await findPlace(gymSlug, "")).toMatchObject({
        gymId: c.gymId,
        gymSlug: c.gymSlug,
        trainerId: null,
      });
    const places = await Promise.all([a, b, c].map(({ gymSlug }) => findPlace(gymSlug, "han-seoyeon")));
    expect(places.map((place) => [place?.gymSlug, place?.trainerId])).toEqual([
      [c.gymSlug, a.trainerId],
      [c.gymSlug, b.trainerId],
      [c.gymSlug, c.trainerId],
    ]);
    expect(new Set(places.map((place) => place?.trainerSlug)).size).toBe(3);

    await mergeTrainers({ adminId, trainerId: a.trainerId, intoId: c.trainerId });
    expect(await findPlace(a.gymSlug, "han-seoyeon")).toMatchObject({ trainerId: c.trainerId });
    expect(await findPlace(c.gymSlug, places[0]!.trainerSlug)).toMatchObject({ trainerId: c.trainerId });
    expect(await findPlace(a.gymSlug, "nobody")).toBeNull();
  });

  test("cannot be merged into itself, into a missing gym, or twice", async () => {
    const [from, into] = [await newGym(), await newGym()];
    const nowhere = crypto.randomUUID();
    for (const [gymId, intoId] of [
      [from.id, from.id],
      [from.id, nowhere],
      [nowhere, into.id],
    ])
      expect(await mergeGyms({ adminId, gymId: gymId!, intoId: intoId! })).toEqual({
        ok: false,
        error: "NOT_FOUND",
      });
    const twice = await Promise.all(
      [1, 2].map(() => mergeGyms({ adminId, gymId: from.id, intoId: into.id })),
    );
    expect(twice.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });
});

describe("a member who reviewed both", () => {
  test("has one review: the later text, with the other's revisions as earlier ones", async () => {
    const { from, into, atFrom, atInto } = await newDouble();
    const first = await decided(atFrom, approval, { stars: 1 });
    const second = await decided(atFrom, rejection, { stars: 2, base: first.revisionId });
    const third = await decided(atInto, approval, { stars: 5 });
    const fourth = await submitted(atInto, { stars: 4, base: third.revisionId });
    const before = await reviewOf(third.reviewId);
    expect(await countMove({ of: "gym", fromId: from.gymId, toId: into.gymId })).toMatchObject({ joined: 1 });

    await mergeGyms({ adminId, gymId: from.gymId, intoId: into.gymId });

    expect(await numbersOf(third.reviewId)).toEqual([
      [first.revisionId, 1, "APPROVED"],
      [second.revisionId, 2, "REJECTED"],
      [third.revisionId, 3, "APPROVED"],
      [fourth.revisionId, 4, "PENDING"],
    ]);
    expect(await prisma.review.findMany({ where: { authorId: atFrom.authorId } })).toMatchObject([
      {
        id: third.reviewId,
        publishedRevisionId: third.revisionId,
        publishedStars: 5,
        publishedAt: before.publishedAt,
      },
    ]);
    await expectTrueTallies(into);
    // The merge does not invalidate the judge's claim.
    await settleRevision(await claimed(fourth.revisionId), approval);
    expect(await reviewOf(third.reviewId)).toMatchObject({ publishedStars: 4 });
    await expectTrueTallies(into);
  });

  test("keeps the later text also when it belongs to the merged gym", async () => {
    const { from, into, atFrom, atInto } = await newDouble();
    const older = await decided(atInto, approval, { stars: 1 });
    const newer = await decided(atFrom, approval, { stars: 5 });
    await mergeGyms({ adminId, gymId: from.gymId, intoId: into.gymId });
    expect(await prisma.review.findMany({ where: { authorId: atFrom.authorId } })).toMatchObject([
      { id: newer.reviewId, gymId: into.gymId, publishedRevisionId: newer.revisionId, publishedStars: 5 },
    ]);
    expect(await numbersOf(newer.reviewId)).toEqual([
      [older.revisionId, 1, "APPROVED"],
      [newer.revisionId, 2, "APPROVED"],
    ]);
    await expectTrueTallies(into);
  });

  test("keeps the older text published when only that was published, with its reports", async () => {
    const { from, into, atFrom, atInto } = await newDouble();
    const older = await decided(atFrom, approval, { stars: 2 });
    const report = await prisma.report.create({
      data: {
        ...older,
        isNew: undefined,
        reporterId: await newMember(),
        reason: "profanity",
        counts: true,
      } as never,
    });
    await prisma.moderationItem.create({
      data: { revisionId: older.revisionId, reason: "REPORTED", gymId: from.gymId, locale: "ko" },
    });
    const newer = await decided(atInto, rejection, { stars: 5 });
    const published = await reviewOf(older.reviewId);

    await mergeGyms({ adminId, gymId: from.gymId, intoId: into.gymId });

    expect(await reviewOf(newer.reviewId)).toMatchObject({
      publishedRevisionId: older.revisionId,
      publishedStars: 2,
      publishedAt: published.publishedAt,
    });
    expect(await prisma.report.findUniqueOrThrow({ where: { id: report.id } })).toMatchObject({
      reviewId: newer.reviewId,
      revisionId: older.revisionId,
    });
    expect(await openItemsOf(newer.reviewId)).toMatchObject([
      { revisionId: older.revisionId, gymId: into.gymId },
    ]);
    await expectTrueTallies(into);
  });

  test("earlier undecided texts are superseded: no judge and no moderator gets them", async () => {
    const { from, into, atFrom, atInto } = await newDouble();
    const held = await decided(atFrom, hold);
    const judged = await submitted(atInto, { stars: 3 });
    await mergeGyms({ adminId, gymId: from.gymId, intoId: into.gymId });
    expect(await revisionOf(held.revisionId)).toMatchObject({
      status: "SUPERSEDED",
      reviewId: judged.reviewId,
    });
    expect(await openItemsOf(judged.reviewId)).toEqual([]);

    const other = await newDouble();
    const pending = await submitted(other.atFrom);
    const claim = await claimed(pending.revisionId);
    await submitted(other.atInto);
    await mergeGyms({ adminId, gymId: other.from.gymId, intoId: other.into.gymId });
    expect(await settleRevision(claim, approval)).toBe(false);
    expect((await revisionOf(pending.revisionId)).status).toBe("SUPERSEDED");
  });
});

describe("a trainer who is merged into another", () => {
  test("moves their reviews and their address", async () => {
    const place = await newPlace();
    const twin = await newTrainer(place.gymId, "han");
    const author = { ...place, authorId: await newMember() };
    const older = await decided(author, approval, { stars: 1, trainerSlug: "han" });
    const newer = await decided(author, approval, { stars: 4, trainerSlug: place.trainerSlug });
    await publishReview({ gymId: place.gymId, trainerId: twin.id, stars: 5 });

    expect(await mergeTrainers({ adminId, trainerId: twin.id, intoId: place.trainerId })).toEqual({
      ok: true,
      data: { gymSlug: place.gymSlug, slug: place.trainerSlug },
    });

    expect(await numbersOf(newer.reviewId)).toEqual([
      [older.revisionId, 1, "APPROVED"],
      [newer.revisionId, 2, "APPROVED"],
    ]);
    const trainer = await prisma.trainer.findUniqueOrThrow({ where: { id: place.trainerId } });
    expect(trainer).toMatchObject({ starCounts: [0, 0, 0, 1, 1], reviewCount: 2 });
    await expectTrueTallies(place);
    expect(await findPlace(place.gymSlug, "han")).toMatchObject({ trainerId: place.trainerId });
    expect(await auditOf(twin.id)).toMatchObject([
      { kind: "TRAINER_MERGED", data: { reviews: 2, joined: 1 } },
    ]);
  });

  test("must be of the same gym", async () => {
    const [one, other] = [await newPlace(), await newPlace()];
    const merged = await mergeTrainers({ adminId, trainerId: one.trainerId, intoId: other.trainerId });
    expect(merged).toEqual({ ok: false, error: "NOT_FOUND" });
  });
});

test("the record of a deleted review that reports had hidden moves to the remaining place", async () => {
  const [from, into, authorId] = [await newPlace(), await newPlace(), await newMember()];
  const twin = await newTrainer(into.gymId, "twin");
  const expiresAt = new Date(Date.now() + 60_000);
  const places = [
    { gymId: from.gymId, trainerId: null },
    { gymId: from.gymId, trainerId: from.trainerId },
    { gymId: into.gymId, trainerId: null },
    { gymId: into.gymId, trainerId: twin.id },
  ];
  await prisma.reportedDeletion.createMany({
    data: places.map((place) => ({ ...place, authorId, expiresAt })),
  });
  await mergeGyms({ adminId, gymId: from.gymId, intoId: into.gymId });
  await mergeTrainers({ adminId, trainerId: twin.id, intoId: into.trainerId });

  const moved = await prisma.trainer.findUniqueOrThrow({ where: { id: from.trainerId } });
  const scene = { ...into, authorId };
  for (const trainerSlug of ["", moved.slug, into.trainerSlug]) {
    const { revisionId } = await decided(scene, approval, { trainerSlug });
    expect(await revisionOf(revisionId)).toMatchObject({ status: "HELD" });
  }
});

describe("during a merge", () => {
  test("a review that is submitted is neither lost nor left behind, new or edited, of the gym or a trainer", async () => {
    for (let round = 0; round < 6; round += 1) {
      const [from, into] = [await newPlace(), await newPlace()];
      const editor = { ...from, authorId: await newMember() };
      const sent = await decided(editor, approval, { stars: 1 });
      const writers = await Promise.all(
        Array.from({ length: 6 }, async () => ({ ...from, authorId: await newMember() })),
      );

      const [merged, edited, ...others] = await Promise.all([
        mergeGyms({ adminId, gymId: from.gymId, intoId: into.gymId }),
        submit(editor, { stars: 3, base: sent.revisionId }),
        ...writers.map((writer, at) => submit(writer, { trainerSlug: at % 2 ? from.trainerSlug : "" })),
      ]);
      expect(merged.ok).toBe(true);
      expect(edited).toMatchObject({ ok: true, data: { reviewId: sent.reviewId, isNew: true } });
      expect(others.map(({ ok }) => ok)).toEqual(others.map(() => true));
      const reviews = await prisma.review.findMany({
        where: { authorId: { in: [editor, ...writers].map((one) => one.authorId) } },
      });
      expect(reviews).toHaveLength(7);
      expect(new Set(reviews.map(({ gymId }) => gymId))).toEqual(new Set([into.gymId]));
    }
  });

  test("a verdict that publishes is counted at the remaining place", async () => {
    for (let round = 0; round < 3; round += 1) {
      const [from, into] = [await newPlace(), await newPlace()];
      const claims = [];
      for (const stars of [1, 2, 3]) {
        const { revisionId } = await submitted({ ...from, authorId: await newMember() }, { stars });
        claims.push(await claimed(revisionId));
      }
      const [, ...settled] = await Promise.all([
        mergeGyms({ adminId, gymId: from.gymId, intoId: into.gymId }),
        ...claims.map((claim) => settleRevision(claim, approval)),
      ]);
      expect(settled).toEqual([true, true, true]);
      await expectTrueTallies(into);
      expect(await prisma.gym.findUniqueOrThrow({ where: { id: into.gymId } })).toMatchObject({
        reviewCount: 3,
      });
    }
  });
});

test("the tallies of all gyms and trainers in the database are right", async () => {
  const { rows } = await pool.query(
    `SELECT gym.slug FROM gym
       LEFT JOIN review ON review.gym_id = gym.id AND review.published_stars IS NOT NULL
      GROUP BY gym.id HAVING count(review.id) <> gym.review_count
         OR coalesce(sum(review.published_stars), 0) <> gym.star_sum`,
  );
  expect(rows).toEqual([]);
});
