import { beforeEach, describe, expect, test } from "vitest";

import { startWithoutReviews } from "../../../test/no-reviews.ts";
import {
  type Scene,
  claimed,
  expectTrueTallies,
  lapse,
  newBody,
  newScene,
  noticesOf,
  openItemsOf,
  reviewOf,
  revisionOf,
  submitted,
  until,
} from "../../../test/review-scene.ts";
import { prisma } from "../../db.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { currentJudge } from "../../moderation/judge.ts";
import { deleteReview } from "../delete-review.ts";
import { stopModerateJobs, workModerateJobs } from "./judge-job.ts";
import { moderateWaiting } from "./judge-waiting.ts";
import { findOwnReviews } from "../own-reviews.ts";

startWithoutReviews();
// Calls of other tests would delay a batch.
beforeEach(async () => void (await prisma.modelCall.deleteMany()));

const statusOf = async (revisionId: string) => (await revisionOf(revisionId)).status;
const callsFor = (revisionId: string) =>
  prisma.modelCall.count({ where: { subjectIds: { has: revisionId } } });
const isLeased = async (revisionId: string) => (await revisionOf(revisionId)).leaseUntil !== null;
const own = async ({ authorId, gymId }: Scene) => (await findOwnReviews({ authorId, gymId }))[0]!;

describe("a review", () => {
  test("that breaks no rule is published, and its author notified", async () => {
    const scene = await newScene();
    const { reviewId, revisionId } = await submitted(scene, { body: `${newBody()} [[model delay=0]]` });
    await moderateWaiting();
    expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: revisionId });
    expect(await noticesOf(scene.authorId)).toMatchObject([{ kind: "REVIEW_APPROVED" }]);
    expect(await own(scene)).toMatchObject({ isPublished: true, reasons: null, canAppeal: false });
    const verdict = await prisma.verdict.findFirstOrThrow({ where: { revisionId } });
    expect(verdict).toMatchObject({ ...currentJudge(), saidDecision: "APPROVE", saidRule: null });
    expect(await prisma.modelCall.findUnique({ where: { id: verdict.modelCallId! } })).toMatchObject({
      purpose: "MODERATION",
      runKind: null,
      subjectIds: [revisionId],
    });
  });

  test("that breaks a rule is rejected; its author sees the rule, the words, who decided and what to do", async () => {
    const scene = await newScene();
    const { revisionId } = await submitted(scene, { body: `${newBody()} 관장이 병신 같다.` });
    await moderateWaiting();
    expect(await noticesOf(scene.authorId)).toMatchObject([
      { kind: "REVIEW_REJECTED", data: { rule: "profanity" } },
    ]);
    expect(await own(scene)).toMatchObject({
      latest: { revisionId, status: "REJECTED" },
      isPublished: false,
      reasons: { decidedBy: "MODEL", rule: "profanity", evidence: ["병신"], isAutomatic: true },
      canAppeal: true,
    });
  });

  test("with somebody's phone number is rejected without asking the model", async () => {
    const scene = await newScene();
    const { revisionId } = await submitted(scene, {
      body: "트레이너 번호는 010-1234-5678 이에요. 전화하세요.",
    });
    await moderateWaiting();
    expect(await own(scene)).toMatchObject({ reasons: { decidedBy: "RULE", evidence: ["010-1234-5678"] } });
    expect(await callsFor(revisionId)).toBe(0);
  });

  test("written by five people is judged once", async () => {
    const body = newBody();
    const ids: string[] = [];
    for (let copies = 0; copies < 5; copies += 1) {
      ids.push((await submitted(await newScene(), { body: copies % 2 ? body : `${body} ` })).revisionId);
    }
    await moderateWaiting();
    const late = await submitted(await newScene(), { body });
    await moderateWaiting();
    const verdicts = await prisma.verdict.findMany({
      where: { revisionId: { in: [...ids, late.revisionId] } },
    });
    expect(verdicts).toHaveLength(6);
    expect(verdicts.every(({ decision }) => decision === "APPROVE")).toBe(true);
    expect(await prisma.modelCall.count()).toBe(1);
  });
});

describe("when the model", () => {
  test("is busy twice, the third try brings the verdict", async () => {
    const body = `${newBody()} [[model status=429 retry-after=0 times=2 delay=7]]`;
    const { revisionId } = await submitted(await newScene(), { body });
    await moderateWaiting();
    expect(await statusOf(revisionId)).toBe("APPROVED");
    expect(await callsFor(revisionId)).toBe(3);
  });

  test("is unreachable for good, the author is notified of the delay, and a person decides", async () => {
    const scene = await newScene();
    const body = `${newBody()} [[model status=503 retry-after=0]]`;
    const { reviewId, revisionId } = await submitted(scene, { body });
    await moderateWaiting();
    expect(await statusOf(revisionId)).toBe("FAILED");
    expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: null });
    expect(await openItemsOf(reviewId)).toMatchObject([{ reason: "FAILED" }]);
    expect(await noticesOf(scene.authorId)).toMatchObject([{ kind: "REVIEW_DELAYED" }]);
  });

  test("is slow and the review is edited in between, only the new text gets a verdict", async () => {
    const scene = await newScene();
    const first = await submitted(scene, { body: `${newBody()} [[model delay=1200]]` });
    const judging = moderateWaiting();
    await until(() => isLeased(first.revisionId));
    const second = await submitted(scene, { base: first.revisionId, body: `${newBody()} 병신` });
    await judging;
    await moderateWaiting();
    expect(await statusOf(first.revisionId)).toBe("SUPERSEDED");
    expect(await statusOf(second.revisionId)).toBe("REJECTED");
    expect(await reviewOf(first.reviewId)).toMatchObject({ publishedRevisionId: null });
    expect(await noticesOf(scene.authorId)).toHaveLength(1);
  });

  test("is slow and the review is deleted in between, nothing is saved", async () => {
    const scene = await newScene();
    const { reviewId, revisionId } = await submitted(scene, { body: `${newBody()} [[model delay=800]]` });
    const judging = moderateWaiting();
    await until(() => isLeased(revisionId));
    await deleteReview({ authorId: scene.authorId, reviewId });
    await judging;
    expect(await noticesOf(scene.authorId)).toEqual([]);
    await expectTrueTallies(scene);
  });

  test("answers after the lease was lost, its verdict is discarded and the other judge's counts", async () => {
    const scene = await newScene();
    const { revisionId } = await submitted(scene, { body: `${newBody()} [[model delay=1800]]` });
    const judging = moderateWaiting();
    await until(() => isLeased(revisionId));
    await lapse(revisionId);
    await claimed(revisionId);
    await judging;
    expect(await revisionOf(revisionId)).toMatchObject({ status: "PENDING", attempt: 2 });
    expect(await noticesOf(scene.authorId)).toEqual([]);
    await lapse(revisionId);
    await moderateWaiting();
    expect(await revisionOf(revisionId)).toMatchObject({ status: "APPROVED", attempt: 3 });
    expect(await callsFor(revisionId)).toBe(1);
  });

  test("kills three judges over a review, a person gets it", async () => {
    const scene = await newScene();
    const { revisionId, reviewId } = await submitted(scene);
    await prisma.reviewRevision.update({ where: { id: revisionId }, data: { attempt: 3 } });
    await moderateWaiting();
    expect(await statusOf(revisionId)).toBe("HELD");
    expect(await openItemsOf(reviewId)).toMatchObject([{ reason: "HELD", category: "UNREADABLE" }]);
    expect(await callsFor(revisionId)).toBe(0);
  });
});

describe("the work", () => {
  test("runs once for many calls, and includes what was committed during the run", async () => {
    const first = await submitted(await newScene(), { body: `${newBody()} [[model delay=700]]` });
    const runs = Array.from({ length: 20 }, () => moderateWaiting());
    expect(new Set(runs).size).toBe(1);
    await until(() => isLeased(first.revisionId));
    const second = await submitted(await newScene());
    await moderateWaiting();
    expect(await statusOf(first.revisionId)).toBe("APPROVED");
    expect(await statusOf(second.revisionId)).toBe("APPROVED");
    expect(await callsFor(first.revisionId)).toBe(1);
  });

  // Last, because a stopped process stays stopped.
  test("is done by the job alone when nothing runs after the response", async () => {
    const jobs = await jobQueue();
    await workModerateJobs(jobs);
    const { revisionId } = await submitted(await newScene());
    await until(async () => (await statusOf(revisionId)) === "APPROVED");

    const slow = await submitted(await newScene(), { body: `${newBody()} [[model delay=700]]` });
    await until(() => isLeased(slow.revisionId));
    const stopped = stopModerateJobs(jobs);
    const late = await submitted(await newScene());
    await stopped;
    await moderateWaiting();
    expect(await statusOf(slow.revisionId)).toBe("APPROVED");
    expect(await statusOf(late.revisionId)).toBe("PENDING");
  });
});
