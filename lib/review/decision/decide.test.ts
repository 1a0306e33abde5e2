import { describe, expect, test } from "vitest";

import { appealed, decide, judgedReview, newModerator, report, seenOf } from "../../../test/desk-scene.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import {
  approval,
  claimed,
  expectTrueTallies,
  failure,
  hold,
  newBody,
  newScene,
  openItemsOf,
  rejection,
  reviewOf,
  revisionOf,
  submitted,
} from "../../../test/review-scene.ts";
import { prisma } from "../../db.ts";
import { deleteReview } from "../delete-review.ts";
import { listOwnReviews } from "../own-reviews.ts";
import { settleRevision } from "../judging/settle-revision.ts";
import { decideAppeal } from "../appeal/decide-appeal.ts";
import { decideRevision } from "./decide.ts";
import { findQueueItem } from "../desk/item-data.ts";
import { decisionKinds } from "./schema.ts";
import { undoAct } from "./undo.ts";

startWithoutReviews();

const heldJudgement = hold.ok ? hold.data : expect.unreachable();
const states = { PENDING: null, APPROVED: approval, REJECTED: rejection, HELD: hold, FAILED: failure };
const cases = Object.entries(states).flatMap(([status, outcome]) =>
  decisionKinds.map((kind) => ({ status, outcome, kind })),
);

describe("a decision", () => {
  test.each(cases)("to $kind what is $status", async ({ outcome, kind }) => {
    const moderatorId = await newModerator();
    const judged = await judgedReview(outcome, { stars: 2 });
    const { reviewId, revisionId } = judged;
    const { attempt } = await revisionOf(revisionId);
    const actId = await decide(moderatorId, revisionId, kind, { note: "다시 읽어 봤어요." });

    const status = { APPROVE: "APPROVED", REJECT: "REJECTED", HOLD: "HELD", REJUDGE: "PENDING" }[kind];
    const revision = await revisionOf(revisionId);
    expect(revision).toMatchObject({ status, leaseUntil: null });
    expect(revision.attempt).toBeGreaterThan(attempt);
    expect(revision.decidedAt === null).toBe(kind === "REJUDGE");
    const publishedRevisionId = kind === "APPROVE" ? revisionId : null;
    expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId });
    expect(await openItemsOf(reviewId)).toHaveLength(kind === "HOLD" ? 1 : 0);
    await expectTrueTallies(judged);

    const verdicts = await prisma.verdict.findMany({ where: { act: { id: actId } } });
    const verdict = {
      decision: kind,
      decidedBy: "MODERATOR",
      moderatorId,
      rule: kind === "REJECT" ? "off-topic" : null,
      note: "다시 읽어 봤어요.",
      policyVersion: 1,
      attempt: revision.attempt,
    };
    expect(verdicts).toMatchObject(kind === "REJUDGE" ? [] : [verdict]);
    const logged = await prisma.auditEvent.findMany({ where: { subjectId: revisionId } });
    expect(logged).toMatchObject([{ kind: "DECISION", actorId: moderatorId, data: { act: kind, actId } }]);
  });

  test("invalidates the claim of a running judge", async () => {
    const moderatorId = await newModerator();
    const { reviewId, revisionId } = await submitted(await newScene());
    const claim = await claimed(revisionId);
    await decide(moderatorId, revisionId, "REJECT");
    expect(await settleRevision(claim, approval)).toBe(false);
    expect(await revisionOf(revisionId)).toMatchObject({ status: "REJECTED" });
    expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: null });
    expect(await prisma.verdict.count({ where: { revisionId } })).toBe(1);
  });

  test("on a page that is out of date changes nothing: the revision was judged, edited or deleted since", async () => {
    const moderatorId = await newModerator();
    const scene = await newScene();
    const { reviewId, revisionId } = await submitted(scene);
    const approve = async (seen: string) =>
      decideRevision({ moderatorId, revisionId, kind: "APPROVE" as const, seen });
    const pending = await seenOf(revisionId);
    await settleRevision(await claimed(revisionId), hold);
    expect(await approve(pending)).toEqual({ ok: false, error: "CHANGED" });

    const held = await seenOf(revisionId);
    await submitted(scene, { base: revisionId });
    expect(await approve(held)).toEqual({ ok: false, error: "CHANGED" });
    expect(await approve(await seenOf(revisionId))).toEqual({ ok: false, error: "CHANGED" });
    expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: null });

    await deleteReview({ authorId: scene.authorId, reviewId });
    expect(await approve(held)).toEqual({ ok: false, error: "NOT_FOUND" });
    expect(await prisma.auditEvent.count({ where: { subjectId: revisionId } })).toBe(0);
  });

  test("by two moderators at once succeeds once; the other one gets CHANGED", async () => {
    const moderators = await Promise.all([newModerator(), newModerator()]);
    const { reviewId, revisionId } = await judgedReview(hold);
    const seen = await seenOf(revisionId);
    const decided = await Promise.all([
      decideRevision({ moderatorId: moderators[0], revisionId, kind: "APPROVE", seen }),
      decideRevision({ moderatorId: moderators[1], revisionId, kind: "REJECT", rule: "hate", seen }),
    ]);
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1);
    expect(decided.find(({ ok }) => !ok)).toEqual({ ok: false, error: "CHANGED" });
    const isApproved = decided[0].ok;
    expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: isApproved ? revisionId : null });
    expect(await prisma.moderatorAct.count({ where: { revisionId } })).toBe(1);
  });

  test("needs a rule of the policy to reject, and can not concern one's own review", async () => {
    const { revisionId, authorId } = await judgedReview(hold);
    const seen = await seenOf(revisionId);
    for (const rule of [undefined, "", "no-such-rule"]) {
      const reject = { moderatorId: await newModerator(), revisionId, kind: "REJECT" as const, seen };
      expect(await decideRevision({ ...reject, ...(rule !== undefined && { rule }) })).toEqual({
        ok: false,
        error: "RULE_MISSING",
      });
    }
    const own = { moderatorId: authorId, revisionId, kind: "APPROVE" as const, seen };
    expect(await decideRevision(own)).toEqual({ ok: false, error: "OWN_REVIEW" });
  });

  test("keeps the words that the moderator marked, as written in the text, until it is undone", async () => {
    const moderatorId = await newModerator();
    const body = `${newBody()}\n카운터에 멍청한  직원이 있고, 락커가 ＤＩＲＴＹ 해요.`;
    const scene = await newScene();
    const { revisionId } = await submitted(scene, { body });
    const own = () => listOwnReviews(scene.authorId);
    await settleRevision(await claimed(revisionId), hold);
    // A selection has other spaces, typed words other characters; duplicates are one.
    const quotes = ["멍청한 직원이", "“dirty”", "멍청한직원이"];
    const act = { moderatorId, revisionId, rule: "harassment", quotes };
    const rejected = await decideRevision({ ...act, kind: "REJECT", seen: await seenOf(revisionId) });
    if (!rejected.ok) throw new Error(rejected.error);
    const evidence = ["멍청한  직원이", "ＤＩＲＴＹ"];
    expect(await own()).toMatchObject([{ reasons: { rule: "harassment", evidence, isAutomatic: false } }]);
    expect((await findQueueItem(revisionId))?.verdicts[0]).toMatchObject({ decision: "REJECT", evidence });

    await undoAct({ moderatorId, actId: rejected.data.actId });
    expect(await own()).toMatchObject([{ latest: { status: "HELD" }, reasons: null }]);
    const undone = await findQueueItem(revisionId);
    expect(undone?.verdicts.filter(({ undoneAt }) => !undoneAt)).toMatchObject([{ evidence: [] }]);

    // An approval has no evidence. A hold shows it to the next moderator.
    for (const kind of ["HOLD", "APPROVE"] as const) {
      const decided = await decideRevision({ ...act, kind, seen: await seenOf(revisionId) });
      expect(decided.ok).toBe(true);
      const [verdict] = (await findQueueItem(revisionId))!.verdicts;
      expect(verdict).toMatchObject({ decision: kind, evidence: kind === "HOLD" ? evidence : [] });
    }
    const edit = await submitted(scene, { base: revisionId });
    expect(await own()).toMatchObject([{ latest: { revisionId: edit.revisionId }, reasons: null }]);
  });

  test("quotes the last automatic verdict's evidence, when the moderator chooses that", async () => {
    const moderatorId = await newModerator();
    const scene = await newScene();
    const { revisionId } = await submitted(scene, { body: `락커가 낡았고 직원은 바보예요. ${newBody()}` });
    const alsoBroken = [{ rule: "harassment", evidence: ["직원은 바보예요"] }];
    await settleRevision(await claimed(revisionId), {
      ok: true,
      data: { ...heldJudgement, evidence: ["락커가 낡았고", "직원은 바보예요"], alsoBroken },
    });
    const seen = await seenOf(revisionId);
    const act = { moderatorId, revisionId, kind: "REJECT", rule: "harassment", seen } as const;
    expect(await decideRevision({ ...act, takesModelWords: true })).toMatchObject({ ok: true });
    const verdict = await prisma.verdict.findFirstOrThrow({ where: { revisionId, decidedBy: "MODERATOR" } });
    expect(verdict.evidence).toEqual(["락커가 낡았고", "직원은 바보예요"]);
  });

  test("that arrives again is the same act, and only for the same moderator", async () => {
    const [moderatorId, other] = [await newModerator(), await newModerator()];
    const { revisionId } = await judgedReview(hold);
    const actId = crypto.randomUUID();
    const decision = {
      moderatorId,
      revisionId,
      kind: "APPROVE",
      seen: await seenOf(revisionId),
      actId,
    } as const;
    const [one, again] = await Promise.all([decideRevision(decision), decideRevision(decision)]);
    expect([one, again]).toEqual([
      { ok: true, data: { actId } },
      { ok: true, data: { actId } },
    ]);
    expect(await prisma.moderatorAct.count({ where: { revisionId } })).toBe(1);
    expect(await decideRevision({ ...decision, moderatorId: other })).toEqual({
      ok: false,
      error: "NOT_FOUND",
    });
    await undoAct({ moderatorId, actId });
    // Its answer was lost, and it was undone since: it is not repeated.
    expect(await decideRevision(decision)).toEqual({ ok: true, data: { actId } });
    expect(await revisionOf(revisionId)).toMatchObject({ status: "HELD" });
  });

  test("refuses words that are not in the text", async () => {
    const moderatorId = await newModerator();
    const judged = await judgedReview(hold);
    const { revisionId, authorId } = judged;
    const seen = await seenOf(revisionId);
    const act = { moderatorId, revisionId, kind: "REJECT" as const, rule: "hate", seen };
    expect(await decideRevision({ ...act, quotes: ["운동하기 좋은", "멍청한"] })).toEqual({
      ok: false,
      error: "QUOTE_NOT_FOUND",
      quote: "멍청한",
    });
    expect(await revisionOf(revisionId)).toMatchObject({ status: "HELD" });
    expect(await prisma.verdict.count({ where: { revisionId } })).toBe(1);
    const gone = { ...act, revisionId: crypto.randomUUID(), quotes: ["운동하기"] };
    expect(await decideRevision(gone)).toEqual({ ok: false, error: "NOT_FOUND" });

    // A refused appeal keeps the moderator's words.
    expect((await decideRevision({ ...act, quotes: ["운동하기 좋은"] })).ok).toBe(true);
    const { appealId } = await appealed(judged);
    const answer = "다시 읽어도 그 말이 걸려요.";
    const upheld = { moderatorId: await newModerator(), appealId, outcome: "UPHELD" as const, answer };
    expect((await decideAppeal({ ...upheld, seen: await seenOf(revisionId) })).ok).toBe(true);
    expect(await listOwnReviews(authorId)).toMatchObject([{ reasons: { evidence: ["운동하기 좋은"] } }]);
  });

  test("is refused while an appeal waits, which another moderator decides", async () => {
    const moderatorId = await newModerator();
    const { revisionId } = await appealed(await judgedReview(rejection));
    const seen = await seenOf(revisionId);
    expect(await decideRevision({ moderatorId, revisionId, kind: "APPROVE", seen })).toEqual({
      ok: false,
      error: "APPEALED",
    });
  });

  test("on the published text does not change the author's newer one, and vice versa", async () => {
    const moderatorId = await newModerator();
    const first = await judgedReview(approval, { stars: 5 });
    const second = await judgedReview(hold, { scene: first, base: first.revisionId, stars: 1 });
    // The newer text is rejected: the published one remains.
    await decide(moderatorId, second.revisionId, "REJECT");
    expect(await reviewOf(first.reviewId)).toMatchObject({ publishedRevisionId: first.revisionId });
    // The published text is rejected: it is unpublished, and can not be decided again.
    await decide(moderatorId, first.revisionId, "REJECT");
    expect(await reviewOf(first.reviewId)).toMatchObject({ publishedRevisionId: null });
    const again = { moderatorId, revisionId: first.revisionId, kind: "APPROVE" as const };
    expect(await decideRevision({ ...again, seen: await seenOf(first.revisionId) })).toEqual({
      ok: false,
      error: "CHANGED",
    });
    // The newer text is approved: it takes the review's place in the list.
    const { firstPublishedAt } = await reviewOf(first.reviewId);
    await decide(moderatorId, second.revisionId, "APPROVE");
    expect(await reviewOf(first.reviewId)).toMatchObject({
      publishedRevisionId: second.revisionId,
      publishedStars: 1,
      publishedAt: firstPublishedAt,
    });
    await expectTrueTallies(first);
  });

  test.each([
    { kind: "APPROVE" as const, outcome: "DISMISSED" },
    { kind: "REJECT" as const, outcome: "UPHELD" },
    { kind: "HOLD" as const, outcome: null },
  ])("to $kind what was reported: $outcome", async ({ kind, outcome }) => {
    const judged = await judgedReview(approval);
    await report(judged);
    await report(judged);
    const actId = await decide(await newModerator(), judged.revisionId, kind);
    const expected = { outcome, actId: outcome && actId };
    const { revisionId } = judged;
    expect(await prisma.report.findMany({ where: { revisionId } })).toMatchObject([expected, expected]);
    expect(await openItemsOf(judged.reviewId)).toHaveLength(kind === "HOLD" ? 1 : 0);
  });
});
