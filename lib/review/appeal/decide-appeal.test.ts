import { expect, test } from "vitest";

import { appealed, decide, judgedReview, newModerator, seenOf } from "../../../test/desk-scene.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import { approval, hold, openItemsOf, rejection, reviewOf, revisionOf } from "../../../test/review-scene.ts";
import { prisma } from "../../db.ts";
import { listOwnReviews } from "../own-reviews.ts";
import { decideAppeal } from "./decide-appeal.ts";
import { undoAct } from "../decision/undo.ts";

startWithoutReviews();

const answer = "다시 읽어 보고 결정했어요.";

test("a granted appeal publishes the review, and its author sees the answer", async () => {
  const moderatorId = await newModerator();
  const judged = await judgedReview(rejection);
  const { reviewId, revisionId, authorId } = judged;
  const { appealId } = await appealed(judged);
  const seen = await seenOf(revisionId);
  const decided = await decideAppeal({ moderatorId, appealId, outcome: "OVERTURNED", answer, seen });
  expect(decided).toEqual({ ok: true, data: { actId: expect.any(String) } });
  expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: revisionId });
  expect(await openItemsOf(reviewId)).toEqual([]);
  expect(await prisma.appeal.findUniqueOrThrow({ where: { id: appealId } })).toMatchObject({
    outcome: "OVERTURNED",
    answer,
    decidedById: moderatorId,
  });
  expect(await listOwnReviews(authorId)).toMatchObject([
    { isPublished: true, reasons: null, appeal: { outcome: "OVERTURNED", answer } },
  ]);
  const [logged] = await prisma.auditEvent.findMany({ where: { subjectId: revisionId } });
  expect(logged).toMatchObject({ kind: "DECISION", actorId: moderatorId, data: { act: "OVERTURN" } });
});

test("a refused appeal keeps all reasons, now by a moderator", async () => {
  const moderatorId = await newModerator();
  const alsoBroken = [{ rule: "harassment", evidence: ["좋은"] }];
  const judged = await judgedReview({ ok: true, data: { ...rejection.data, alsoBroken } });
  const { reviewId, revisionId, authorId } = judged;
  const { appealId } = await appealed(judged);
  const seen = await seenOf(revisionId);
  expect((await decideAppeal({ moderatorId, appealId, outcome: "UPHELD", answer, seen })).ok).toBe(true);
  expect(await revisionOf(revisionId)).toMatchObject({ status: "REJECTED" });
  expect(await openItemsOf(reviewId)).toEqual([]);
  expect(await listOwnReviews(authorId)).toMatchObject([
    {
      reasons: { rule: "profanity", evidence: ["운동"], alsoBroken, isAutomatic: false },
      appeal: { outcome: "UPHELD", answer },
      canAppeal: false,
    },
  ]);
});

test("the moderator of the first decision can not decide the appeal, not even after it was undone", async () => {
  const first = await newModerator();
  const second = await newModerator();
  const judged = await judgedReview(hold);
  const { revisionId } = judged;
  await decide(first, revisionId, "REJECT");
  const { appealId } = await appealed(judged);
  const answerAs = async (moderatorId: string) =>
    decideAppeal({ moderatorId, appealId, outcome: "UPHELD", answer, seen: await seenOf(revisionId) });
  expect(await answerAs(first)).toEqual({ ok: false, error: "OWN_DECISION" });
  const decided = await answerAs(second);
  await undoAct({ moderatorId: first, actId: decided.ok ? decided.data.actId : "" });
  expect(await answerAs(first)).toEqual({ ok: false, error: "OWN_DECISION" });
  expect((await answerAs(second)).ok).toBe(true);
});

test("one's own appeal, a decided one, one of a replaced text or a missing one can not be decided", async () => {
  const moderatorId = await newModerator();
  const judged = await judgedReview(rejection);
  const { authorId, revisionId } = judged;
  const { appealId } = await appealed(judged);
  const seen = await seenOf(revisionId);
  const input = { moderatorId, appealId, outcome: "UPHELD" as const, answer, seen };
  expect(await decideAppeal({ ...input, moderatorId: authorId })).toEqual({ ok: false, error: "OWN_REVIEW" });
  expect(await decideAppeal({ ...input, appealId: crypto.randomUUID() })).toEqual({
    ok: false,
    error: "NOT_FOUND",
  });
  const both = await Promise.all([
    decideAppeal(input),
    decideAppeal({ ...input, moderatorId: await newModerator(), outcome: "OVERTURNED" }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: "CHANGED" });

  const other = await judgedReview(rejection);
  const { appealId: otherAppeal } = await appealed(other);
  await judgedReview(approval, { scene: other, base: other.revisionId });
  const late = { ...input, appealId: otherAppeal, seen: await seenOf(other.revisionId) };
  expect(await decideAppeal(late)).toEqual({ ok: false, error: "CHANGED" });
});

test("after a granted appeal a new rejection can be appealed again", async () => {
  const judged = await judgedReview(rejection);
  const { revisionId, authorId } = judged;
  const { appealId } = await appealed(judged);
  const moderatorId = await newModerator();
  await decideAppeal({
    moderatorId,
    appealId,
    outcome: "OVERTURNED",
    answer,
    seen: await seenOf(revisionId),
  });
  await decide(moderatorId, revisionId, "REJECT");
  expect(await listOwnReviews(authorId)).toMatchObject([{ appeal: null, canAppeal: true }]);
  expect((await appealed(judged)).appealId).not.toBe(appealId);
  expect(await listOwnReviews(authorId)).toMatchObject([{ appeal: { outcome: null }, canAppeal: false }]);
});
