import { beforeEach, expect, test } from "vitest";

import {
  appealed,
  decide,
  judgedReview,
  newModerator,
  report,
  seenOf,
  undo,
} from "../../../test/desk-scene.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import { approval, claimed, hold, noticesOf, rejection, until } from "../../../test/review-scene.ts";
import { deleteMember } from "../../account/data.ts";
import { pool, prisma } from "../../db.ts";
import type { Outcome } from "../../moderation/judgement.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { settleRevision } from "../judging/settle-revision.ts";
import { decideAppeal } from "../appeal/decide-appeal.ts";
import { stopTellAuthorJobs, workTellAuthorJobs } from "./notify-author-job.ts";
import { tellAuthorQueue } from "../revision/notify-author-queue.ts";
import { tellAuthor } from "./notify-author.ts";

startWithoutReviews();
beforeEach(async () => void (await pool.query("DELETE FROM pgboss.job WHERE name = $1", [tellAuthorQueue])));

/** A review without any notice yet. */
async function quietly(outcome: Outcome) {
  const judged = await judgedReview(outcome);
  await prisma.notice.deleteMany({ where: { memberId: judged.authorId } });
  return judged;
}

const tell = async (actId: string) => tellAuthor(await jobQueue(), actId);
const toldOf = async (memberId: string) =>
  (await noticesOf(memberId)).map(({ kind, eventKey }) => `${kind} ${eventKey}`);
const waitingJobs = async () => {
  const { rows } = await pool.query<{ actId: string; seconds: number }>(
    `SELECT data->>'actId' AS "actId", round(extract(epoch FROM start_after - created_on))::int AS seconds
       FROM pgboss.job WHERE name = $1 AND state = 'created' ORDER BY created_on`,
    [tellAuthorQueue],
  );
  return rows;
};

test("the author gets a notice ten seconds after the act, not before, from any server", async () => {
  const { authorId, revisionId } = await quietly(hold);
  const moderatorId = await newModerator();
  // No worker runs in this process: only the committed job remains.
  const actId = await decide(moderatorId, revisionId, "APPROVE");
  const slip = await quietly(hold);
  const slipId = await decide(moderatorId, slip.revisionId, "REJECT");
  await undo(slipId);
  const jobs = await jobQueue();
  await workTellAuthorJobs(jobs);
  await until(async () => (await noticesOf(authorId)).length > 0, 20_000);
  await until(async () => (await waitingJobs()).length === 0, 20_000);
  await stopTellAuthorJobs(jobs);

  const [notice] = await noticesOf(authorId);
  expect(notice).toMatchObject({ kind: "REVIEW_APPROVED", eventKey: `act:${actId}` });
  const { createdAt } = await prisma.moderatorAct.findUniqueOrThrow({ where: { id: actId } });
  expect(notice!.createdAt.getTime() - createdAt.getTime()).toBeGreaterThanOrEqual(9_900);
  expect(await noticesOf(slip.authorId)).toEqual([]);
}, 40_000);

test("the author gets a notice although other jobs of the batch fail and are retried", async () => {
  const { authorId, revisionId } = await quietly(hold);
  const actId = await decide(await newModerator(), revisionId, "APPROVE");
  const jobs = await jobQueue();
  // On both sides, because a batch has no fixed order.
  for (const id of ["nobody's", actId, "nobody's"]) await jobs.send(tellAuthorQueue, { actId: id });
  await workTellAuthorJobs(jobs);
  await until(async () => (await noticesOf(authorId)).length > 0, 5_000);
  await stopTellAuthorJobs(jobs);
  const { rows } = await pool.query(
    "DELETE FROM pgboss.job WHERE name = $1 AND data->>'actId' = 'nobody''s' RETURNING state",
    [tellAuthorQueue],
  );
  expect(rows.map(({ state }) => state)).toEqual(["retry", "retry"]);
}, 20_000);

test("every act and every undo queues a job for ten seconds later", async () => {
  const { revisionId } = await quietly(hold);
  const actId = await decide(await newModerator(), revisionId, "APPROVE");
  await undo(actId);
  const later = { actId, seconds: 10 };
  expect(await waitingJobs()).toEqual([later, later]);
});

test("there is one notice, however often the job runs, and none for an act that was undone in time", async () => {
  const { authorId, revisionId } = await quietly(hold);
  const slip = await decide(await newModerator(), revisionId, "APPROVE");
  await undo(slip);
  const actId = await decide(await newModerator(), revisionId, "REJECT");
  for (const id of [slip, slip, actId, actId]) await tell(id);
  await Promise.all([tell(slip), tell(actId), tell(actId)]);
  expect(await noticesOf(authorId)).toMatchObject([
    { kind: "REVIEW_REJECTED", eventKey: `act:${actId}`, data: { rule: "off-topic" } },
  ]);
});

test("the undo of an act with a notice leads to one notice about the current state", async () => {
  const { authorId, revisionId } = await quietly(rejection);
  const actId = await decide(await newModerator(), revisionId, "APPROVE");
  await tell(actId);
  await undo(actId);
  await Promise.all([tell(actId), tell(actId)]);
  await tell(actId);
  expect(await noticesOf(authorId)).toMatchObject([
    { kind: "REVIEW_APPROVED", eventKey: `act:${actId}` },
    { kind: "REVIEW_REJECTED", eventKey: `undo:${actId}`, data: { rule: "profanity" } },
  ]);
});

test("of two decisions within ten seconds the second gets a notice; the first, when the second was undone in time", async () => {
  const { authorId, revisionId } = await quietly(hold);
  const first = await decide(await newModerator(), revisionId, "APPROVE");
  const second = await decide(await newModerator(), revisionId, "REJECT");
  await tell(first);
  expect(await noticesOf(authorId)).toEqual([]);
  await undo(second);
  await tell(second);
  await tell(second);
  expect(await toldOf(authorId)).toEqual([`REVIEW_APPROVED act:${first}`]);
});

test("when an act with a notice is undone and decided again at once, only the new decision gets a notice", async () => {
  const { authorId, revisionId } = await quietly(hold);
  const first = await decide(await newModerator(), revisionId, "APPROVE");
  await tell(first);
  await undo(first);
  const second = await decide(await newModerator(), revisionId, "REJECT");
  await tell(first);
  await tell(second);
  expect(await toldOf(authorId)).toEqual([`REVIEW_APPROVED act:${first}`, `REVIEW_REJECTED act:${second}`]);
});

test("there is no notice when nothing changes for the author: published as before, or waiting for a person as before", async () => {
  const moderatorId = await newModerator();
  const published = await quietly(approval);
  await tell(await decide(moderatorId, published.revisionId, "APPROVE"));
  expect(await noticesOf(published.authorId)).toEqual([]);
  const held = await quietly(hold);
  await tell(await decide(moderatorId, held.revisionId, "HOLD"));
  expect(await noticesOf(held.authorId)).toEqual([]);
});

test("after REJUDGE a different verdict of the model gets a notice, unless it was undone in time", async () => {
  const moderatorId = await newModerator();
  const judgeAgain = async (was: Outcome, says: Outcome) => {
    const judged = await quietly(was);
    const actId = await decide(moderatorId, judged.revisionId, "REJUDGE");
    await tell(actId);
    expect(await waitingJobs()).not.toContainEqual(expect.objectContaining({ actId }));
    await settleRevision(await claimed(judged.revisionId), says);
    expect(await noticesOf(judged.authorId)).toEqual([]);
    const [job] = (await waitingJobs()).filter((waiting) => waiting.actId === actId);
    expect(job?.seconds).toBeGreaterThan(7);
    return { ...judged, actId };
  };
  const rejected = await judgeAgain(approval, rejection);
  await tell(rejected.actId);
  expect(await toldOf(rejected.authorId)).toEqual([`REVIEW_REJECTED act:${rejected.actId}`]);

  const same = await judgeAgain(approval, approval);
  await tell(same.actId);
  expect(await noticesOf(same.authorId)).toEqual([]);

  const slip = await judgeAgain(approval, rejection);
  await undo(slip.actId);
  await tell(slip.actId);
  expect(await noticesOf(slip.authorId)).toEqual([]);
});

test("the notice mentions that the review had been published", async () => {
  const moderatorId = await newModerator();
  for (const [kind, told] of [
    ["REJECT", "REVIEW_REJECTED"],
    ["HOLD", "REVIEW_HELD"],
  ] as const) {
    const published = await quietly(approval);
    await tell(await decide(moderatorId, published.revisionId, kind));
    expect(await noticesOf(published.authorId)).toMatchObject([{ kind: told, data: { wasPublished: true } }]);
    const rejected = await quietly(rejection);
    await tell(await decide(moderatorId, rejected.revisionId, kind));
    const [notice] = await noticesOf(rejected.authorId);
    expect(notice).toMatchObject({ kind: told });
    expect(notice?.data).not.toHaveProperty("wasPublished");
  }
});

test("the answer to an appeal gets a notice, and so does its undo", async () => {
  const { authorId, revisionId, appealId } = await appealed(await quietly(rejection));
  const decided = await decideAppeal({
    moderatorId: await newModerator(),
    appealId,
    outcome: "OVERTURNED",
    answer: "다시 읽어 보고 결정했어요.",
    seen: await seenOf(revisionId),
  });
  const actId = decided.ok ? decided.data.actId : "";
  await tell(actId);
  await undo(actId);
  await tell(actId);
  expect(await noticesOf(authorId)).toMatchObject([
    { kind: "APPEAL_DECIDED", eventKey: `act:${actId}`, data: { outcome: "OVERTURNED" } },
    { kind: "REVIEW_HELD", eventKey: `undo:${actId}` },
  ]);
});

test("there is no notice when the review or its author was deleted", async () => {
  const { authorId, revisionId, reviewId } = await quietly(hold);
  const actId = await decide(await newModerator(), revisionId, "APPROVE");
  await prisma.review.delete({ where: { id: reviewId } });
  await tell(actId);
  expect(await noticesOf(authorId)).toEqual([]);
  const gone = await quietly(hold);
  const goneId = await decide(await newModerator(), gone.revisionId, "APPROVE");
  await Promise.all([tell(goneId), deleteMember(gone.authorId)]);
  await tell(goneId);
});

test("an undo at the same moment as the notice leads to two notices or none", async () => {
  for (let round = 0; round < 10; round += 1) {
    const { authorId, revisionId } = await quietly(rejection);
    const actId = await decide(await newModerator(), revisionId, "APPROVE");
    await Promise.all([tell(actId), undo(actId)]);
    await tell(actId);
    const kinds = (await noticesOf(authorId)).map(({ kind }) => kind);
    expect([[], ["REVIEW_APPROVED", "REVIEW_REJECTED"]]).toContainEqual(kinds);
  }
});

const outcomesToldTo = async (memberId: string) =>
  (await noticesOf(memberId)).filter(({ kind }) => kind === "REPORT_DECIDED").map(({ data }) => data);

test.each([
  ["REJECT", "UPHELD"],
  ["APPROVE", "DISMISSED"],
] as const)(
  "each reporter is told once what %s made of their report, and nothing of the others",
  async (kind, outcome) => {
    const review = await judgedReview(approval);
    const reporters = [await report(review), await report(review)];
    const actId = await decide(await newModerator(), review.revisionId, kind);
    for (const memberId of reporters) expect(await outcomesToldTo(memberId)).toEqual([]);
    await Promise.all([tell(actId), tell(actId)]);
    await tell(actId);
    for (const [n, memberId] of reporters.entries()) {
      const told = await outcomesToldTo(memberId);
      expect(told).toEqual([{ gym: expect.anything(), trainer: null, outcome }]);
      expect(JSON.stringify(told)).not.toContain(reporters[1 - n]!);
      expect(JSON.stringify(told)).not.toContain(review.authorId);
    }
  },
);

test("reporters get no notice of a decision that was undone in time", async () => {
  const review = await judgedReview(approval);
  const reporterId = await report(review);
  const actId = await decide(await newModerator(), review.revisionId, "REJECT");
  await undo(actId);
  await tell(actId);
  expect(await outcomesToldTo(reporterId)).toEqual([]);
});
