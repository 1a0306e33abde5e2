import { expect, test } from "vitest";

import { newMember } from "../../../test/new-member.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import {
  type Scene,
  approval,
  claimed,
  newScene,
  openItemsOf,
  rejection,
  submitted,
} from "../../../test/review-scene.ts";
import { prisma } from "../../db.ts";
import type { Outcome } from "../../moderation/judgement.ts";
import { appealRejection } from "./appeal-rejection.ts";
import { deleteReview } from "../delete-review.ts";
import { findOwnReviews, listOwnReviews } from "../own-reviews.ts";
import { settleRevision } from "../judging/settle-revision.ts";

startWithoutReviews();

const text = "욕이 아니라 운동 이름이에요. 다시 봐 주세요.";

async function judgedReview(scene: Scene, outcome: Outcome, base = "") {
  const { reviewId, revisionId } = await submitted(scene, { base });
  await settleRevision(await claimed(revisionId), outcome);
  const verdict = await prisma.verdict.findFirstOrThrow({ where: { revisionId } });
  return { reviewId, revisionId, verdictId: verdict.id };
}

test("an appeal goes to a moderator, once, however often it is sent", async () => {
  const scene = await newScene();
  const { authorId, gymId } = scene;
  const { reviewId, revisionId, verdictId } = await judgedReview(scene, rejection);
  const sent = await Promise.all([1, 2, 3].map(() => appealRejection({ authorId, verdictId, text })));
  expect(new Set(sent.map((result) => result.ok && result.data.appealId)).size).toBe(1);
  expect(sent.every(({ ok }) => ok)).toBe(true);
  expect(await openItemsOf(reviewId)).toMatchObject([{ revisionId, reason: "APPEALED" }]);
  const [own] = await findOwnReviews({ authorId, gymId });
  expect(own).toMatchObject({ appeal: { text, outcome: null }, canAppeal: false, reasons: { verdictId } });
  expect(await appealRejection({ authorId, verdictId, text: `${text} 제발요.` })).toEqual({
    ok: false,
    error: "ALREADY_APPEALED",
  });
});

test("a stranger can neither see nor appeal, and an approval cannot be appealed", async () => {
  const scene = await newScene();
  const stranger = await newMember();
  const { verdictId } = await judgedReview(scene, rejection);
  expect(await appealRejection({ authorId: stranger, verdictId, text })).toEqual({
    ok: false,
    error: "NOT_FOUND",
  });
  expect(await listOwnReviews(stranger)).toEqual([]);
  expect(await findOwnReviews({ authorId: stranger, gymId: scene.gymId })).toEqual([]);

  const approved = await judgedReview(await newScene(), approval);
  const { authorId } = await prisma.review.findUniqueOrThrow({ where: { id: approved.reviewId } });
  const theirs = { authorId: authorId as Scene["authorId"], verdictId: approved.verdictId, text };
  expect(await appealRejection(theirs)).toEqual({ ok: false, error: "NOT_APPEALABLE" });
});

test("an edit ends the earlier rejection and removes its appeal from the moderator's list", async () => {
  const scene = await newScene();
  const { authorId } = scene;
  const first = await judgedReview(scene, rejection);
  await appealRejection({ authorId, verdictId: first.verdictId, text });
  const second = await judgedReview(scene, rejection, first.revisionId);
  expect(await openItemsOf(first.reviewId)).toEqual([]);
  expect(await listOwnReviews(authorId)).toMatchObject([{ appeal: null, canAppeal: true }]);
  const third = await judgedReview(scene, approval, second.revisionId);
  expect(await appealRejection({ authorId, verdictId: second.verdictId, text })).toEqual({
    ok: false,
    error: "NOT_APPEALABLE",
  });
  await deleteReview({ authorId, reviewId: third.reviewId });
  expect(await appealRejection({ authorId, verdictId: second.verdictId, text })).toEqual({
    ok: false,
    error: "NOT_FOUND",
  });
});

test("a moderator's rejection is not called automatic and can be appealed only once", async () => {
  const scene = await newScene();
  const { authorId } = scene;
  const { revisionId, verdictId } = await judgedReview(scene, rejection);
  await appealRejection({ authorId, verdictId, text });
  await prisma.verdict.create({
    data: {
      revisionId,
      attempt: 100,
      decision: "REJECT",
      decidedBy: "MODERATOR",
      rule: "profanity",
      note: "욕이 맞아요.",
      policyVersion: 1,
    },
  });
  expect(await listOwnReviews(authorId)).toMatchObject([
    { reasons: { decidedBy: "MODERATOR", isAutomatic: false, note: "욕이 맞아요." }, canAppeal: false },
  ]);
});
