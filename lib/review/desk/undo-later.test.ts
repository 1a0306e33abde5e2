import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import {
  type Judged,
  decide,
  judgedReview,
  newModerator,
  report,
} from "../../../e2e/support/vitest/desk-scene.ts";
import {
  approval,
  expectTrueTallies,
  hold,
  openItemsOf,
  rejection,
  reviewOf,
  revisionOf,
} from "../../../e2e/support/vitest/review-scene.ts";
import { prisma } from "../../db.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { createModerateQueue } from "../moderate-job.ts";
import { appealRejection } from "../appeal-rejection.ts";
import { undoAct } from "./undo.ts";
import { createTellAuthorQueue } from "./tell-author-job.ts";

beforeAll(async () => {
  await createModerateQueue(await jobQueue());
  await createTellAuthorQueue(await jobQueue());
});
afterAll(async () => (await jobQueue()).stop());
// What other tests left waiting would be claimed here.
beforeEach(async () => void (await prisma.review.deleteMany()));

/** By someone else than whoever did it: any moderator may. */
const undo = async (actId: string) => undoAct({ moderatorId: await newModerator(), actId });
const undone = async (actId: string) => expect(await undo(actId)).toEqual({ ok: true, data: { actId } });

const text = "욕이 아니라 운동 이름이에요. 다시 봐 주세요.";
async function appealed(judged: Judged) {
  const { id: verdictId } = await prisma.verdict.findFirstOrThrow({
    where: { revisionId: judged.revisionId, undoneAt: null },
    orderBy: { attempt: "desc" },
  });
  const result = await appealRejection({ authorId: judged.authorId, verdictId, text });
  if (!result.ok) throw new Error(result.error);
  return { ...judged, ...result.data };
}

describe("undoing leaves alone what came after", () => {
  test("an edit that is on the page by now stays there", async () => {
    const first = await judgedReview(approval, { stars: 1 });
    const actId = await decide(await newModerator(), first.revisionId, "REJECT");
    const second = await judgedReview(approval, { scene: first, base: first.revisionId, stars: 5 });
    await undone(actId);
    expect(await revisionOf(first.revisionId)).toMatchObject({ status: "APPROVED" });
    expect(await reviewOf(first.reviewId)).toMatchObject({ publishedRevisionId: second.revisionId });
    await expectTrueTallies(first);
  });

  test("what the author replaced meanwhile does not wait for anybody again", async () => {
    const first = await judgedReview(hold);
    const actId = await decide(await newModerator(), first.revisionId, "APPROVE");
    const second = await judgedReview(null, { scene: first, base: first.revisionId });
    await undone(actId);
    expect(await revisionOf(first.revisionId)).toMatchObject({ status: "SUPERSEDED" });
    expect(await revisionOf(second.revisionId)).toMatchObject({ status: "PENDING" });
    expect(await reviewOf(first.reviewId)).toMatchObject({ publishedRevisionId: null });
    expect(await openItemsOf(first.reviewId)).toEqual([]);
  });

  test("what another moderator has rejected since does not come back with an earlier act", async () => {
    const first = await judgedReview(approval);
    await report(first);
    const second = await judgedReview(hold, { scene: first, base: first.revisionId });
    const rejectsEdit = await decide(await newModerator(), second.revisionId, "REJECT");
    await decide(await newModerator(), first.revisionId, "REJECT");
    await undone(rejectsEdit);
    expect(await reviewOf(first.reviewId)).toMatchObject({ publishedRevisionId: null });
    expect(await openItemsOf(first.reviewId)).toMatchObject([{ revisionId: second.revisionId }]);
  });

  test("an appeal against what is taken back speaks against the earlier rejection, or is granted", async () => {
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

  test("what members reported since waits for a moderator", async () => {
    const judged = await judgedReview(approval);
    const actId = await decide(await newModerator(), judged.revisionId, "APPROVE");
    await report(judged);
    const items = await openItemsOf(judged.reviewId);
    await undone(actId);
    expect(await openItemsOf(judged.reviewId)).toEqual(items);
    expect(await prisma.report.count({ where: { reviewId: judged.reviewId, outcome: null } })).toBe(1);
  });
});
