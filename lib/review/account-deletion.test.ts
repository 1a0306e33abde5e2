import { beforeEach, describe, expect, test } from "vitest";

import { newModerator, seenOf } from "../../test/desk-scene.ts";
import { newMember } from "../../test/new-member.ts";
import { startWithoutReviews } from "../../test/no-reviews.ts";
import {
  type Scene,
  approval,
  claimed,
  hold,
  newBody,
  newScene,
  rejection,
  reviewOf,
  submit,
  submitted,
  until,
} from "../../test/review-scene.ts";
import { isDeadlock } from "../errors/db-errors.ts";
import { pool, prisma } from "../db.ts";
import { inTransaction } from "../in-transaction.ts";
import { appealRejection } from "./appeal/appeal-rejection.ts";
import { deleteReview } from "./delete-review.ts";
import { decideRevision } from "./decision/decide.ts";
import { nextItems } from "./policy-run/batch.ts";
import { claimRun } from "./policy-run/lease.ts";
import { settleItem } from "./policy-run/settle.ts";
import { startRejudge } from "./policy-run/start.ts";
import { reportReview } from "./report/report-review.ts";
import { settleRevision } from "./judging/settle-revision.ts";

startWithoutReviews();
beforeEach(async () => void (await prisma.policyRun.deleteMany()));

type Sent = Scene & { reviewId: string; revisionId: string };

async function sent(outcome?: typeof approval): Promise<Sent> {
  const scene = await newScene();
  const ids = await submitted(scene);
  if (outcome) await settleRevision(await claimed(ids.revisionId), outcome);
  return { ...scene, ...ids };
}

async function settling() {
  const review = await sent();
  const claim = await claimed(review.revisionId);
  return { review, work: () => settleRevision(claim, approval) };
}

async function settlingInARun() {
  const review = await sent(approval);
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(new Date());
  const range = { from: day, to: day, timeZone: "Asia/Seoul", rule: null, gym: null };
  const started = await startRejudge({ adminId: await newMember(), ...range, callBudget: 10 });
  if (!started.ok) throw new Error(started.error);
  const run = (await claimRun("REJUDGE"))!;
  const [item] = await nextItems(run, 1);
  return { review, work: () => settleItem(run, item!, rejection) };
}

async function appealing() {
  const review = await sent(rejection);
  const { authorId, revisionId } = review;
  const verdict = await prisma.verdict.findFirstOrThrow({ where: { revisionId } });
  const appeal = { authorId, verdictId: verdict.id, text: "그런 말을 쓰지 않았어요. 다시 봐 주세요." };
  return { review, work: () => appealRejection(appeal) };
}

async function editing() {
  const review = await sent(approval);
  return { review, work: () => submit(review, { base: review.revisionId, body: newBody() }) };
}

async function reviewingAnotherPlace() {
  const review = await sent(approval);
  return { review, work: () => submit(review, { trainerSlug: review.trainerSlug }) };
}

async function reporting() {
  const review = await sent(approval);
  const { reviewId, revisionId } = review;
  const report = { reporterId: await newMember(), reviewId, revisionId, reason: "fake", text: null };
  return { review, work: () => reportReview(report) };
}

async function deciding() {
  const review = await sent(approval);
  const { revisionId } = review;
  const moderatorId = await newModerator();
  const seen = await seenOf(revisionId);
  return {
    review,
    work: () => decideRevision({ moderatorId, revisionId, kind: "HOLD", seen }),
  };
}

async function deletingWhatReportsHid() {
  const review = await sent({ ...hold, data: { ...hold.data, holdReason: "REPORTED" } });
  return { review, work: () => deleteReview(review) };
}

/**
 * Deletes the author while `work` runs on their review. A deletion locks the member first and their rows after. Work that
 * waits for the member must hold no row that the deletion needs, or both deadlock.
 */
async function deleteAuthorDuring({ authorId }: Sent, work: () => Promise<unknown>) {
  let working: Promise<unknown> = Promise.resolve();
  await inTransaction(async (connection) => {
    const { rows } = await connection.query<{ pid: number }>(
      "SELECT pg_backend_pid() AS pid FROM member WHERE id = $1 FOR UPDATE",
      [authorId],
    );
    let isOver = false;
    working = work().finally(() => (isOver = true));
    working.catch(() => undefined); // checked below
    await until(async () => isOver || (await isWaitedFor(rows[0]!.pid)));
    await connection.query("DELETE FROM member WHERE id = $1", [authorId]);
  });
  // Work that starts after the deletion may fail, but not by deadlock.
  const failure = await working.then(
    () => null,
    (error: unknown) => error,
  );
  expect(isDeadlock(failure)).toBe(false);
}

async function isWaitedFor(pid: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    "SELECT FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))",
    [pid],
  );
  return rowCount! > 0;
}

describe("deleting an author's account deletes their review, whatever else is done to the review at the same time", () => {
  test.each([
    ["a verdict", settling],
    ["a verdict of a run under a new policy", settlingInARun],
    ["an appeal", appealing],
    ["an edit", editing],
    ["a review of another place", reviewingAnotherPlace],
    ["a report", reporting],
    ["a moderator's decision", deciding],
    ["the deletion of a review that reports hid", deletingWhatReportsHid],
  ])("%s", async (_, prepare) => {
    const { review, work } = await prepare();
    await deleteAuthorDuring(review, work);
    expect(await prisma.review.count({ where: { authorId: review.authorId } })).toBe(0);
    expect(await prisma.member.count({ where: { id: review.authorId } })).toBe(0);
  });

  test("many verdicts of a run and many deletions at once all end without a deadlock", async () => {
    const reviews: Sent[] = [];
    for (let made = 0; made < 40; made += 1) reviews.push(await sent(approval));
    const { work: settleLast, review: last } = await settlingInARun();
    const run = await prisma.policyRun.findFirstOrThrow();
    const claim = {
      runId: run.id,
      kind: "REJUDGE" as const,
      attempt: run.attempt,
      policy: { version: 1, rules: [] },
    };
    const items = (await nextItems(claim, 50)).filter(({ authorId }) => authorId !== last.authorId);
    expect(items).toHaveLength(40);
    const leaving = reviews.map(({ authorId }) => prisma.member.deleteMany({ where: { id: authorId } }));
    const settled = items.map((item) => settleItem(claim, item, rejection));
    expect(await Promise.allSettled([...leaving, ...settled])).not.toContainEqual(
      expect.objectContaining({ status: "rejected" }),
    );
    expect(
      await prisma.review.count({ where: { id: { in: reviews.map(({ reviewId }) => reviewId) } } }),
    ).toBe(0);
    await settleLast();
    expect(await reviewOf(last.reviewId)).toMatchObject({ publishedRevisionId: null });
  });
});
