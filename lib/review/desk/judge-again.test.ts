import { describe, expect, test } from "vitest";

import { decide, judgedReview, newModerator, report, seenOf } from "../../../test/desk-scene.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import {
  approval,
  claimed,
  expectTrueTallies,
  openItemsOf,
  rejection,
  reviewOf,
  revisionOf,
} from "../../../test/review-scene.ts";
import { prisma } from "../../db.ts";
import { currentJudge } from "../../moderation/judge.ts";
import { settleRevision } from "../judging/settle-revision.ts";
import { decideRevision } from "../decision/decide.ts";

startWithoutReviews();

describe("judged again", () => {
  test("a text is judged by the model again, any number of times, and these tries do not count as dead judges", async () => {
    const moderatorId = await newModerator();
    const { revisionId } = await judgedReview(rejection);
    const { bodyHash } = await revisionOf(revisionId);
    const said = { bodyHash, policyVersion: 1, decision: "REJECT", rule: "profanity" } as const;
    const cached = { ...said, ...currentJudge(), modelCallId: crypto.randomUUID() };
    await prisma.cachedVerdict.create({ data: cached });
    // A server of the previous release may read its own table.
    const { modelHost: _, promptVersion: __, ...earlier } = cached;
    await prisma.verdictCache.create({ data: earlier });
    for (let round = 0; round < 7; round += 1) {
      await decide(moderatorId, revisionId, "REJUDGE");
      expect(await prisma.cachedVerdict.count({ where: { bodyHash } })).toBe(0);
      expect(await prisma.verdictCache.count({ where: { bodyHash } })).toBe(0);
      const claim = await claimed(revisionId);
      expect(claim.attempt % 100).toBe(1);
      await settleRevision(claim, round % 2 ? rejection : approval);
    }
    expect(await revisionOf(revisionId)).toMatchObject({ status: "APPROVED" });
  });

  test("and approved, a review is published again; open reports remain for a moderator", async () => {
    const moderatorId = await newModerator();
    const judged = await judgedReview(approval);
    await report(judged);
    const [item] = await openItemsOf(judged.reviewId);
    const before = await reviewOf(judged.reviewId);
    await decide(moderatorId, judged.revisionId, "REJUDGE");
    expect(await openItemsOf(judged.reviewId)).toEqual([]);
    await settleRevision(await claimed(judged.revisionId), approval);
    expect(await reviewOf(judged.reviewId)).toEqual(before);
    expect(await openItemsOf(judged.reviewId)).toEqual([item]);
    await expectTrueTallies(judged);
  });

  test("and rejected, a review is unpublished, and its reports are upheld", async () => {
    const judged = await judgedReview(approval);
    await report(judged);
    const actId = await decide(await newModerator(), judged.revisionId, "REJUDGE");
    await settleRevision(await claimed(judged.revisionId), rejection);
    expect(await openItemsOf(judged.reviewId)).toEqual([]);
    const [upheld] = await prisma.report.findMany({ where: { reviewId: judged.reviewId } });
    expect(upheld).toMatchObject({ outcome: "UPHELD", actId });
  });

  test("is refused while the author's newer text is being judged: one text of a review at a time", async () => {
    const moderatorId = await newModerator();
    const first = await judgedReview(approval);
    await judgedReview(null, { scene: first, base: first.revisionId });
    const { revisionId } = first;
    const seen = await seenOf(revisionId);
    expect(await decideRevision({ moderatorId, revisionId, kind: "REJUDGE", seen })).toEqual({
      ok: false,
      error: "EDIT_WAITS",
    });
  });
});
