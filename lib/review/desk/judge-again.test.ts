import { describe, expect, test } from "vitest";

import {
  decide,
  judgedReview,
  newModerator,
  report,
  seenOf,
} from "../../../e2e/support/vitest/desk-scene.ts";
import { startWithoutReviews } from "../../../e2e/support/vitest/no-reviews.ts";
import {
  approval,
  claimed,
  expectTrueTallies,
  openItemsOf,
  rejection,
  reviewOf,
  revisionOf,
} from "../../../e2e/support/vitest/review-scene.ts";
import { prisma } from "../../db.ts";
import { currentJudge } from "../../moderation/judge.ts";
import { settleRevision } from "../settle-revision.ts";
import { decideRevision } from "./decide.ts";

startWithoutReviews();

describe("judged again", () => {
  test("a text is read anew by the model, however often it was, and not as one whose judges died", async () => {
    const moderatorId = await newModerator();
    const { revisionId } = await judgedReview(rejection);
    const { bodyHash } = await revisionOf(revisionId);
    const said = { bodyHash, policyVersion: 1, decision: "REJECT", rule: "profanity" } as const;
    const cached = { ...said, ...currentJudge(), modelCallId: crypto.randomUUID() };
    await prisma.cachedVerdict.create({ data: cached });
    // A server of the release before may read its own.
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

  test("and approved, a review is back in its place; what was reported about it still waits for a person", async () => {
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

  test("and rejected, a review is gone, and who reported it was right", async () => {
    const judged = await judgedReview(approval);
    await report(judged);
    const actId = await decide(await newModerator(), judged.revisionId, "REJUDGE");
    await settleRevision(await claimed(judged.revisionId), rejection);
    expect(await openItemsOf(judged.reviewId)).toEqual([]);
    const [upheld] = await prisma.report.findMany({ where: { reviewId: judged.reviewId } });
    expect(upheld).toMatchObject({ outcome: "UPHELD", actId });
  });

  test("one text of a review at a time: not while its author's newer one is judged", async () => {
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
