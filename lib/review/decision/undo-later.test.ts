import { describe, expect, test } from "vitest";

import {
  appealed,
  decide,
  judgedReview,
  newModerator,
  report,
  rowsOf,
  undo,
  undone,
} from "../../../test/desk-scene.ts";
import { newMember } from "../../../test/new-member.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import {
  approval,
  expectTrueTallies,
  hold,
  openItemsOf,
  rejection,
  reviewOf,
  revisionOf,
} from "../../../test/review-scene.ts";
import { prisma } from "../../db.ts";
import { env } from "../../env.ts";
import { reportReview } from "../report/report-review.ts";
import { undoBatch } from "./undo.ts";

startWithoutReviews();

describe("undo keeps later changes", () => {
  test("an edit that was published since remains published", async () => {
    const first = await judgedReview(approval, { stars: 1 });
    const actId = await decide(await newModerator(), first.revisionId, "REJECT");
    const second = await judgedReview(approval, { scene: first, base: first.revisionId, stars: 5 });
    await undone(actId);
    expect(await revisionOf(first.revisionId)).toMatchObject({ status: "APPROVED" });
    expect(await reviewOf(first.reviewId)).toMatchObject({ publishedRevisionId: second.revisionId });
    await expectTrueTallies(first);
  });

  test("a text that its author replaced since does not wait again", async () => {
    const first = await judgedReview(hold);
    const actId = await decide(await newModerator(), first.revisionId, "APPROVE");
    const second = await judgedReview(null, { scene: first, base: first.revisionId });
    await undone(actId);
    expect(await revisionOf(first.revisionId)).toMatchObject({ status: "SUPERSEDED" });
    expect(await revisionOf(second.revisionId)).toMatchObject({ status: "PENDING" });
    expect(await reviewOf(first.reviewId)).toMatchObject({ publishedRevisionId: null });
    expect(await openItemsOf(first.reviewId)).toEqual([]);
  });

  test("what another moderator rejected since is not restored by undoing an earlier act", async () => {
    const first = await judgedReview(approval);
    await report(first);
    const second = await judgedReview(hold, { scene: first, base: first.revisionId });
    const rejectsEdit = await decide(await newModerator(), second.revisionId, "REJECT");
    await decide(await newModerator(), first.revisionId, "REJECT");
    await undone(rejectsEdit);
    expect(await reviewOf(first.reviewId)).toMatchObject({ publishedRevisionId: null });
    expect(await openItemsOf(first.reviewId)).toMatchObject([{ revisionId: second.revisionId }]);
  });

  test("an appeal against an undone decision moves to the earlier rejection, or is granted", async () => {
    const rejectedTwice = await judgedReview(rejection);
    const again = await decide(await newModerator(), rejectedTwice.revisionId, "REJECT");
    const kept = await appealed(rejectedTwice);
    await undone(again);
    const { verdictId, outcome } = await prisma.appeal.findUniqueOrThrow({ where: { id: kept.appealId } });
    expect(await prisma.verdict.findUniqueOrThrow({ where: { id: verdictId } })).toMatchObject({
      decidedBy: "MODEL",
      undoneAt: null,
    });
    expect(outcome).toBeNull();
    expect(await openItemsOf(kept.reviewId)).toMatchObject([{ reason: "APPEALED" }]);

    const rejected = await judgedReview(approval);
    const once = await decide(await newModerator(), rejected.revisionId, "REJECT");
    const granted = await appealed(rejected);
    await undone(once);
    expect(await prisma.appeal.findUniqueOrThrow({ where: { id: granted.appealId } })).toMatchObject({
      outcome: "OVERTURNED",
      decidedById: null,
    });
    expect(await openItemsOf(granted.reviewId)).toEqual([]);
    expect(await reviewOf(granted.reviewId)).toMatchObject({ publishedRevisionId: granted.revisionId });
  });

  test("undo is refused after reports hid the text; the next decision can be undone", async () => {
    const judged = await judgedReview(hold);
    const { reviewId, revisionId } = judged;
    const approves = await decide(await newModerator(), revisionId, "APPROVE");
    const batchId = crypto.randomUUID();
    for (let at = 0; at < env().REPORTS_TO_HIDE; at += 1) {
      const reporterId = await newMember();
      await prisma.member.update({ where: { id: reporterId }, data: { createdAt: new Date(0) } });
      await reportReview({ reporterId, reviewId, revisionId, reason: "fake", text: null });
    }
    expect(await revisionOf(revisionId)).toMatchObject({ status: "HELD" });
    const hidden = await rowsOf(judged);
    expect(await undo(approves)).toEqual({ ok: false, error: "REPORTED" });
    await prisma.moderatorAct.update({ where: { id: approves }, data: { batchId } });
    expect(await undoBatch({ moderatorId: await newModerator(), batchId })).toEqual({ undone: 0, kept: 1 });
    expect(await rowsOf(judged)).toEqual(hidden);

    const lets = await decide(await newModerator(), revisionId, "APPROVE");
    expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: revisionId });
    expect(await undo(approves)).toEqual({ ok: false, error: "LATER_ACT" });
    await undone(lets);
    expect(await rowsOf(judged)).toEqual(hidden);
    expect(await undo(approves)).toEqual({ ok: false, error: "REPORTED" });
  });

  test("later reports wait for a moderator", async () => {
    const judged = await judgedReview(approval);
    const actId = await decide(await newModerator(), judged.revisionId, "APPROVE");
    await report(judged);
    const items = await openItemsOf(judged.reviewId);
    await undone(actId);
    expect(await openItemsOf(judged.reviewId)).toEqual(items);
    expect(await prisma.report.count({ where: { reviewId: judged.reviewId, outcome: null } })).toBe(1);
  });
});
