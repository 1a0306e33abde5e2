import { describe, expect, test } from "vitest";

import { newMember } from "../../../test/new-member.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import {
  approval,
  claimed,
  expectTrueTallies,
  failure,
  hold,
  lapse,
  newBody,
  newScene,
  noticesOf,
  openItemsOf,
  rejection,
  reviewOf,
  revisionOf,
  submitted,
} from "../../../test/review-scene.ts";
import { deleteMember } from "../../account/data.ts";
import { pool, prisma } from "../../db.ts";
import { claimRevisions, listUndecided, renewClaims } from "./claim-revisions.ts";
import { deleteReview } from "../delete-review.ts";
import { listOwnReviews } from "../own-reviews.ts";
import { settleRevision } from "./settle-revision.ts";

startWithoutReviews();

const verdictsOf = (revisionId: string) => prisma.verdict.findMany({ where: { revisionId } });

describe("a verdict", () => {
  test("that approves publishes the review, counts its stars and notifies its author in one transaction", async () => {
    const scene = await newScene();
    const { reviewId, revisionId } = await submitted(scene, { stars: 5, trainerSlug: scene.trainerSlug });
    const claim = await claimed(revisionId);
    expect(await settleRevision(claim, approval)).toBe(true);
    expect(await revisionOf(revisionId)).toMatchObject({ status: "APPROVED", leaseUntil: null });
    const review = await reviewOf(reviewId);
    expect(review).toMatchObject({ publishedRevisionId: revisionId, publishedStars: 5 });
    expect(review.publishedAt).toBeInstanceOf(Date);
    expect(await verdictsOf(revisionId)).toMatchObject([{ decision: "APPROVE", attempt: claim.attempt }]);
    expect(await noticesOf(scene.authorId)).toMatchObject([
      {
        kind: "REVIEW_APPROVED",
        eventKey: `review:${revisionId}:APPROVED`,
        data: {
          reviewId,
          gym: { slug: scene.gymSlug, name: "파도소리 짐", nameEn: null },
          trainer: { slug: scene.trainerSlug, name: "한서연", nameEn: null },
        },
      },
    ]);
    await expectTrueTallies(scene);
  });

  test("that rejects keeps the review hidden and names the rule", async () => {
    const scene = await newScene();
    const { reviewId, revisionId } = await submitted(scene);
    await settleRevision(await claimed(revisionId), rejection);
    expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: null });
    expect(await openItemsOf(reviewId)).toEqual([]);
    expect(await noticesOf(scene.authorId)).toMatchObject([
      { kind: "REVIEW_REJECTED", data: { rule: "profanity" } },
    ]);
  });

  test("that rejects for several rules notifies the author of the gravest, and lists all of them on the page", async () => {
    const scene = await newScene();
    const { revisionId } = await submitted(scene);
    const alsoBroken = [{ rule: "harassment", evidence: ["좋은"] }];
    await settleRevision(await claimed(revisionId), { ok: true, data: { ...rejection.data, alsoBroken } });
    expect(await noticesOf(scene.authorId)).toMatchObject([{ data: { rule: "profanity" } }]);
    const [own] = await listOwnReviews(scene.authorId);
    expect(own?.reasons).toMatchObject({ rule: "profanity", evidence: ["운동"], alsoBroken });
  });

  test("that rejects an edit leaves the approved revision published", async () => {
    const scene = await newScene();
    const first = await submitted(scene);
    await settleRevision(await claimed(first.revisionId), approval);
    const second = await submitted(scene, { base: first.revisionId });
    await settleRevision(await claimed(second.revisionId), rejection);
    expect(await reviewOf(first.reviewId)).toMatchObject({ publishedRevisionId: first.revisionId });
    await expectTrueTallies(scene);
  });

  test("that approves an edit replaces the published revision, and keeps the first publication date", async () => {
    const scene = await newScene();
    const first = await submitted(scene, { stars: 5 });
    await settleRevision(await claimed(first.revisionId), approval);
    const { publishedAt } = await reviewOf(first.reviewId);
    const second = await submitted(scene, { base: first.revisionId, stars: 1 });
    await settleRevision(await claimed(second.revisionId), approval);
    const { revisionId } = second;
    expect(await reviewOf(first.reviewId)).toMatchObject({ publishedRevisionId: revisionId, publishedAt });
    await expectTrueTallies(scene);
  });

  test.each([
    { name: "that holds", outcome: hold, status: "HELD", kind: "REVIEW_HELD", verdicts: 1 },
    { name: "that never came", outcome: failure, status: "FAILED", kind: "REVIEW_DELAYED", verdicts: 0 },
  ])("$name gives it to a moderator and tells the author", async ({ outcome, status, kind, verdicts }) => {
    const scene = await newScene();
    const { reviewId, revisionId } = await submitted(scene);
    await settleRevision(await claimed(revisionId), outcome);
    expect(await revisionOf(revisionId)).toMatchObject({ status });
    expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: null });
    expect(await openItemsOf(reviewId)).toMatchObject([{ revisionId, reason: status }]);
    expect(await noticesOf(scene.authorId)).toMatchObject([{ kind }]);
    expect(await verdictsOf(revisionId)).toHaveLength(verdicts);
  });

  test("given ten times at once counts once", async () => {
    const scene = await newScene();
    const { revisionId } = await submitted(scene);
    const claim = await claimed(revisionId);
    const settled = await Promise.all(Array.from({ length: 10 }, () => settleRevision(claim, approval)));
    expect(settled.filter(Boolean)).toHaveLength(1);
    expect(await verdictsOf(revisionId)).toHaveLength(1);
    expect(await noticesOf(scene.authorId)).toHaveLength(1);
    await expectTrueTallies(scene);
  });

  test("of a judge whose lease expired is refused, whatever the other judge decides", async () => {
    const scene = await newScene();
    const { reviewId, revisionId } = await submitted(scene);
    const sleeper = await claimed(revisionId);
    await lapse(revisionId);
    const other = await claimed(revisionId);
    expect(other.attempt).toBe(sleeper.attempt + 1);
    expect(await settleRevision(sleeper, approval)).toBe(false);
    expect(await settleRevision(other, rejection)).toBe(true);
    expect(await settleRevision(sleeper, approval)).toBe(false);
    expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: null });
    expect(await verdictsOf(revisionId)).toMatchObject([{ attempt: other.attempt, decision: "REJECT" }]);
    expect(await noticesOf(scene.authorId)).toHaveLength(1);
  });

  test("of a text that was edited since is refused", async () => {
    const scene = await newScene();
    const { reviewId, revisionId } = await submitted(scene);
    const claim = await claimed(revisionId);
    const edit = await submitted(scene, { base: revisionId });
    expect(await settleRevision(claim, approval)).toBe(false);
    expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: null });
    expect(await revisionOf(edit.revisionId)).toMatchObject({ status: "PENDING" });
    expect(await noticesOf(scene.authorId)).toEqual([]);
  });

  test("of a review that was deleted since is refused", async () => {
    const scene = await newScene();
    const { reviewId, revisionId } = await submitted(scene);
    const claim = await claimed(revisionId);
    expect(await deleteReview({ authorId: scene.authorId, reviewId })).toBe(true);
    expect(await settleRevision(claim, approval)).toBe(false);
    expect(await noticesOf(scene.authorId)).toEqual([]);
    await expectTrueTallies(scene);
  });

  test("and a concurrent edit, deletion or account deletion never deadlock", async () => {
    for (let round = 0; round < 12; round += 1) {
      const scene = await newScene();
      const { reviewId, revisionId } = await submitted(scene);
      const claim = await claimed(revisionId);
      const meanwhile = [
        () => submitted(scene, { base: revisionId }),
        () => deleteReview({ authorId: scene.authorId, reviewId }),
        () => deleteMember(scene.authorId),
      ][round % 3]!;
      const [isSettled] = await Promise.all([settleRevision(claim, approval), meanwhile()]);
      expect(isSettled).toBeTypeOf("boolean");
      await expectTrueTallies(scene);
    }
  });
});

describe("a claim", () => {
  const claimNext = async () => {
    const next = await claimRevisions({ mayCallModel: true });
    return next && "claims" in next ? next.claims.map(({ revisionId }) => revisionId) : [];
  };
  const listOf = async (count: number, body = newBody) => {
    const list: string[] = [];
    for (let made = 0; made < count; made += 1) {
      list.push((await submitted(await newScene(), { body: body() })).revisionId);
    }
    return list;
  };

  test("is taken by one judge of many", async () => {
    const { revisionId } = await submitted(await newScene());
    const reached = await Promise.all(Array.from({ length: 8 }, claimNext));
    expect(reached.flat()).toEqual([revisionId]);
  });

  test("takes the ten oldest texts with all their copies; a later copy waits", async () => {
    const body = newBody();
    const same = await listOf(3, () => body);
    const others = await listOf(11);
    const first = await claimNext();
    expect(first.toSorted()).toEqual([...same, ...others.slice(0, 9)].toSorted());
    const [late] = await listOf(1, () => body);
    await renewClaims(first.map((revisionId) => ({ revisionId, attempt: 1, authorId: "", body: "" })));
    expect((await claimNext()).toSorted()).toEqual(others.slice(9).toSorted());
    expect(await claimNext()).toEqual([]);
    expect(await listUndecided([late!])).toEqual([{ revisionId: late, secondsLeft: 0 }]);
  });

  test("for a batch that is not whole waits while another judge is about to call the model", async () => {
    await listOf(1);
    expect(await claimNext()).toHaveLength(1);
    await listOf(2);
    expect(await claimRevisions({ mayCallModel: true })).toEqual({ waitMs: expect.any(Number) });
    // A whole batch does not wait.
    await listOf(8);
    expect(await claimNext()).toHaveLength(10);
  });

  test("for a batch that is not whole waits half a second after the last call of any server", async () => {
    const now = new Date();
    const call = await prisma.modelCall.create({
      data: { purpose: "MODERATION", model: "test", subjectIds: [], endedAt: now, expiresAt: now },
    });
    await listOf(1);
    const next = await claimRevisions({ mayCallModel: true });
    expect(next).toEqual({ waitMs: expect.any(Number) });
    await prisma.modelCall.update({
      where: { id: call.id },
      data: { startedAt: new Date(Date.now() - 600) },
    });
    expect(await claimNext()).toHaveLength(1);
  });

  test("skips a revision that somebody has locked, without waiting for it", async () => {
    const [locked, free] = await listOf(2);
    const holder = await pool.connect();
    try {
      await holder.query("BEGIN");
      await holder.query("SELECT FROM review_revision WHERE id = $1 FOR UPDATE", [locked]);
      expect(await claimNext()).toEqual([free]);
    } finally {
      await holder.query("ROLLBACK");
      holder.release();
    }
  });

  test("of a text whose judges died twice contains only that text", async () => {
    const [first, second] = await listOf(2);
    await prisma.reviewRevision.update({ where: { id: second! }, data: { attempt: 2 } });
    expect(await claimNext()).toEqual([second]);
    await renewClaims([{ revisionId: second!, attempt: 3, authorId: "", body: "" }]);
    expect(await claimNext()).toEqual([first]);
  });

  test("that is renewed cannot be taken; one whose lease has expired cannot be renewed", async () => {
    const { revisionId } = await submitted(await newScene());
    const claim = await claimed(revisionId);
    await lapse(revisionId);
    await renewClaims([claim]);
    expect(await claimNext()).toEqual([]);
    await lapse(revisionId);
    expect(await claimNext()).toEqual([revisionId]);
    await lapse(revisionId);
    await renewClaims([claim]);
    expect(await claimNext()).toEqual([revisionId]);
  });
});

test("a stranger cannot delete a review", async () => {
  const scene = await newScene();
  const { reviewId } = await submitted(scene);
  expect(await deleteReview({ authorId: await newMember(), reviewId })).toBe(false);
  expect(await deleteReview({ authorId: scene.authorId, reviewId })).toBe(true);
  expect(await deleteReview({ authorId: scene.authorId, reviewId })).toBe(false);
});

test("deleting a published review removes its stars from the tally", async () => {
  const scene = await newScene();
  const { reviewId, revisionId } = await submitted(scene, { trainerSlug: scene.trainerSlug });
  await settleRevision(await claimed(revisionId), approval);
  await deleteReview({ authorId: scene.authorId, reviewId });
  await expectTrueTallies(scene);
  expect(await prisma.gym.findUniqueOrThrow({ where: { id: scene.gymId } })).toMatchObject({
    reviewCount: 0,
  });
});
