import { describe, expect, test } from "vitest";

import {
  type Judged,
  appealed,
  decide,
  judgedReview,
  newModerator,
  report,
  rowsOf,
  undo,
  undone,
  seenOf,
} from "../../../test/desk-scene.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import {
  approval,
  claimed,
  failure,
  hold,
  rejection,
  reviewOf,
  revisionOf,
} from "../../../test/review-scene.ts";
import { pool, prisma } from "../../db.ts";
import { moderateReviewQueue } from "../revision/judge-queue.ts";
import { settleRevision } from "../judging/settle-revision.ts";
import { findSummary } from "../summary/data.ts";
import { decideAppeal } from "../appeal/decide-appeal.ts";
import { decideRevision } from "./decide.ts";
import { decisionKinds } from "./schema.ts";
import { undoAct, undoBatch } from "./undo.ts";

startWithoutReviews();

describe("undo restores every row, whatever the act", () => {
  const scenes = {
    PENDING: () => judgedReview(null),
    "APPROVED and on the page": () => judgedReview(approval, { stars: 5 }),
    REJECTED: () => judgedReview(rejection),
    HELD: () => judgedReview(hold),
    FAILED: () => judgedReview(failure),
    "on the page and reported": async () => {
      const judged = await judgedReview(approval, { stars: 1 });
      await report(judged);
      await report(judged);
      return judged;
    },
    "on the page, with an edit that is held": async () => {
      const first = await judgedReview(approval, { stars: 1 });
      await judgedReview(hold, { scene: first, base: first.revisionId, stars: 5 });
      return first;
    },
    "an edit that is held, of what is on the page and reported": async () => {
      const first = await judgedReview(approval, { stars: 1 });
      await report(first);
      return judgedReview(hold, { scene: first, base: first.revisionId, stars: 5 });
    },
    "an edit that is on the page": async () => {
      const first = await judgedReview(approval, { stars: 1 });
      return judgedReview(approval, { scene: first, base: first.revisionId, stars: 5 });
    },
    "of a trainer, decided by a person": async () => {
      const judged = await judgedReview(hold, { trainerSlug: "han-seoyeon" });
      await decide(await newModerator(), judged.revisionId, "APPROVE");
      return judged;
    },
  };
  const cases = Object.entries(scenes).flatMap(([what, make]) =>
    decisionKinds.map((kind) => ({ what, make, kind })),
  );

  test.each(cases)("to $kind what is $what", async ({ make, kind }) => {
    const judged = await make();
    const before = await rowsOf(judged);
    const actId = await decide(await newModerator(), judged.revisionId, kind);
    const { attempt } = await revisionOf(judged.revisionId);
    await undone(actId);
    expect(await rowsOf(judged)).toEqual(before);
    expect((await revisionOf(judged.revisionId)).attempt).toBeGreaterThan(attempt);
    expect(await undo(actId)).toEqual({ ok: false, error: "ALREADY_UNDONE" });
  });

  test.each([
    { said: "approves", outcome: approval },
    { said: "rejects", outcome: rejection },
    { said: "holds", outcome: hold },
    { said: "fails", outcome: failure },
  ])("to have judged again what is reported, after the model $said", async ({ outcome }) => {
    const judged = await scenes["on the page and reported"]();
    const before = await rowsOf(judged);
    const actId = await decide(await newModerator(), judged.revisionId, "REJUDGE");
    await settleRevision(await claimed(judged.revisionId), outcome);
    await undone(actId);
    expect(await rowsOf(judged)).toEqual(before);
  });

  test.each(["UPHELD", "OVERTURNED"] as const)("to answer an appeal: %s", async (outcome) => {
    const { appealId, ...judged } = await appealed(await judgedReview(rejection));
    const before = await rowsOf(judged);
    const seen = await seenOf(judged.revisionId);
    const moderatorId = await newModerator();
    const answer = "다시 읽어 보고 결정했어요.";
    const decided = await decideAppeal({ moderatorId, appealId, outcome, answer, seen });
    expect(await rowsOf(judged)).not.toEqual(before);
    await undone(decided.ok ? decided.data.actId : "");
    expect(await rowsOf(judged)).toEqual(before);
  });

  test("step by step, back to the first state", async () => {
    const judged = await judgedReview(hold);
    const moderatorId = await newModerator();
    const steps: { actId: string; before: unknown }[] = [];
    for (const kind of ["APPROVE", "REJECT", "HOLD", "APPROVE", "REJUDGE"] as const) {
      const before = await rowsOf(judged);
      steps.push({ before, actId: await decide(moderatorId, judged.revisionId, kind) });
    }
    expect(await undo(steps[0]!.actId)).toEqual({ ok: false, error: "LATER_ACT" });
    for (const { actId, before } of steps.toReversed()) {
      await undone(actId);
      expect(await rowsOf(judged)).toEqual(before);
    }
  });
});

test("undoing a rejection restores the summary and the author's standing", async () => {
  const judged = await judgedReview(approval);
  const { gymId, revisionId } = judged;
  const others = [await judgedReview(approval, {}), await judgedReview(approval, {})];
  for (const { reviewId } of others) await prisma.review.update({ where: { id: reviewId }, data: { gymId } });
  const basedOn = [revisionId, ...others.map((other) => other.revisionId)];
  const now = new Date();
  await findSummary({ gymId }, "ko");
  await prisma.reviewSummary.updateMany({
    where: { gymId },
    data: {
      sentences: [{ text: "한산해서 좋다고 해요.", revisionIds: basedOn }],
      basedOn,
      builtAt: now,
      nextTryAt: new Date(Date.now() + 600_000),
    },
  });
  const summary = await findSummary({ gymId }, "ko");
  expect(summary?.sentences).toHaveLength(1);
  const standing = () =>
    prisma.verdict.groupBy({ by: ["decision"], where: { revisionId, undoneAt: null }, _count: true });
  const before = await standing();

  const actId = await decide(await newModerator(), revisionId, "REJECT");
  expect(await findSummary({ gymId }, "ko")).toBeNull();
  expect(await standing()).not.toEqual(before);
  await undone(actId);
  expect(await findSummary({ gymId }, "ko")).toEqual(summary);
  expect(await standing()).toEqual(before);
});

test("a text that is pending again has a job again", async () => {
  const judged = await judgedReview(null);
  const actId = await decide(await newModerator(), judged.revisionId, "APPROVE");
  await pool.query("DELETE FROM pgboss.job WHERE name = $1", [moderateReviewQueue]);
  await undone(actId);
  const { rows } = await pool.query("SELECT data FROM pgboss.job WHERE name = $1", [moderateReviewQueue]);
  expect(rows).toEqual([{ data: { revisionId: judged.revisionId } }]);
  expect(await settleRevision(await claimed(judged.revisionId), approval)).toBe(true);
});

test("an act is undone once, when two moderators undo it at the same time", async () => {
  const judged = await judgedReview(hold);
  const actId = await decide(await newModerator(), judged.revisionId, "APPROVE");
  const both = await Promise.all([undo(actId), undo(actId)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const { revisionId } = judged;
  const kinds = await prisma.auditEvent.findMany({
    where: { subjectId: revisionId },
    orderBy: { seq: "asc" },
  });
  expect(kinds.map(({ kind }) => kind)).toEqual(["DECISION", "DECISION_UNDONE"]);
});

test("a page from before the act stays out of date after the undo", async () => {
  const { revisionId } = await judgedReview(hold);
  const seen = await seenOf(revisionId);
  await undone(await decide(await newModerator(), revisionId, "APPROVE"));
  const stale = { moderatorId: await newModerator(), revisionId, kind: "APPROVE" as const, seen };
  expect(await decideRevision(stale)).toEqual({ ok: false, error: "CHANGED" });
});

test("a moderator can not undo a decision about their own review, nor an unknown act", async () => {
  const { authorId, revisionId } = await judgedReview(hold);
  const actId = await decide(await newModerator(), revisionId, "REJECT");
  expect(await undoAct({ moderatorId: authorId, actId })).toEqual({ ok: false, error: "OWN_REVIEW" });
  expect(await undo(crypto.randomUUID())).toEqual({ ok: false, error: "NOT_FOUND" });
});

test.each([
  ["empty", {}],
  ["no object", []],
  ["without the rows of the review", { revision: { attempt: 1 } }],
  [
    "of other types",
    { revision: { id: "x", status: "GONE", attempt: "soon" }, review: 1, others: 1, openItems: {} },
  ],
])(
  "an act whose snapshot is %s is refused plainly, also within a batch, and changes nothing",
  async (_, before) => {
    const judged = await judgedReview(hold);
    const [moderatorId, batchId] = [await newModerator(), crypto.randomUUID()];
    const actId = await decide(moderatorId, judged.revisionId, "REJECT", { batchId });
    await prisma.moderatorAct.update({ where: { id: actId }, data: { before } });
    const rejected = await rowsOf(judged);
    expect(await undo(actId)).toEqual({ ok: false, error: "UNREADABLE" });
    expect(await undoBatch({ moderatorId, batchId })).toEqual({ undone: 0, kept: 1 });
    expect(await rowsOf(judged)).toEqual(rejected);
  },
);

test("an earlier act can not be undone either, while a later one has an unreadable snapshot", async () => {
  const judged = await judgedReview(hold);
  const moderatorId = await newModerator();
  const earlier = await decide(moderatorId, judged.revisionId, "APPROVE");
  const later = await decide(moderatorId, judged.revisionId, "REJECT");
  await prisma.moderatorAct.update({ where: { id: later }, data: { before: {} } });
  expect(await undo(earlier)).toEqual({ ok: false, error: "LATER_ACT" });
});

test("a batch is undone at once, except for acts with later ones", async () => {
  const batchId = crypto.randomUUID();
  const moderatorId = await newModerator();
  const all: Judged[] = [];
  while (all.length < 4) all.push(await judgedReview(hold));
  const before = await Promise.all(all.map(rowsOf));
  for (const { revisionId } of all) await decide(moderatorId, revisionId, "REJECT", { batchId });
  await decide(moderatorId, all[0]!.revisionId, "APPROVE");
  expect(await undoBatch({ moderatorId, batchId })).toEqual({ undone: 3, kept: 1 });
  expect(await undoBatch({ moderatorId, batchId })).toEqual({ undone: 0, kept: 1 });
  const after = await Promise.all(all.map(rowsOf));
  expect(after.slice(1)).toEqual(before.slice(1));
  expect(await reviewOf(all[0]!.reviewId)).toMatchObject({ publishedRevisionId: all[0]!.revisionId });
});

test("acts undone earlier are not counted again, also for a moderator who may not undo the rest", async () => {
  const batchId = crypto.randomUUID();
  const moderatorId = await newModerator();
  const [own, other] = [await judgedReview(hold), await judgedReview(hold)];
  const actId = await decide(moderatorId, own.revisionId, "REJECT", { batchId });
  await decide(moderatorId, other.revisionId, "REJECT", { batchId });
  await undone(actId);
  expect(await undoBatch({ moderatorId: own.authorId, batchId })).toEqual({ undone: 1, kept: 0 });
});
