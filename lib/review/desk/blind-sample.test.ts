import { describe, expect, test } from "vitest";

import { newMember } from "../../../e2e/support/vitest/new-member.ts";
import { newScene } from "../../../e2e/support/vitest/review-scene.ts";
import type { UserId } from "../../auth/user-id.ts";
import { prisma } from "../../db.ts";
import { measureAgreement } from "./blind-agreement.ts";
import { findSampleItem, judgeSampleItem, takeBackLastJudgement } from "./blind-sample.ts";

type Of = Partial<{
  authorId: UserId;
  status: "APPROVED" | "REJECTED" | "HELD" | "SUPERSEDED";
  decision: "APPROVE" | "REJECT" | "HOLD";
  decidedBy: "RULE" | "MODEL" | "MODERATOR";
  rule: string;
  undoneAt: Date;
  createdAt: Date;
}>;

/** A review that something decided: the model rejected it, unless told otherwise. */
async function judgedReview(of: Of = {}) {
  const { authorId, status = "REJECTED", decision = "REJECT", decidedBy = "MODEL", ...more } = of;
  const scene = await newScene();
  const review = await prisma.review.create({
    data: { authorId: authorId ?? scene.authorId, gymId: scene.gymId },
  });
  const { id: revisionId } = await prisma.reviewRevision.create({
    data: {
      reviewId: review.id,
      number: 1,
      stars: 1,
      body: "불친절해요",
      bodyHash: "",
      locale: "ko",
      status,
    },
  });
  const { id: verdictId } = await prisma.verdict.create({
    // As settleRevision makes them: the database draws the id.
    data: { id: crypto.randomUUID(), revisionId, attempt: 1, decision, decidedBy, policyVersion: 1, ...more },
  });
  return { verdictId, revisionId, reviewId: review.id };
}

/** Everything the moderator is offered, until there is nothing more. */
async function judgeAll(moderatorId: UserId): Promise<string[]> {
  const seen: string[] = [];
  for (let item = await findSampleItem(moderatorId); item; item = await findSampleItem(moderatorId)) {
    seen.push(item.verdictId);
    await judgeSampleItem({ moderatorId, verdictId: item.verdictId, decision: "HOLD", rule: null });
  }
  return seen;
}

describe("the blind sample", () => {
  test("offers what the model published or rejected and still stands, each once, never one's own", async () => {
    const moderatorId = await newMember();
    const longAgo = new Date(Date.now() - 31 * 86_400_000);
    const offered = [await judgedReview(), await judgedReview({ status: "APPROVED", decision: "APPROVE" })];
    const decidedAnew = await judgedReview({ status: "REJECTED" });
    await prisma.verdict.create({
      data: {
        revisionId: decidedAnew.revisionId,
        attempt: 2,
        decision: "REJECT",
        decidedBy: "MODERATOR",
        policyVersion: 1,
      },
    });
    const withheld = [
      decidedAnew,
      await judgedReview({ authorId: moderatorId }),
      await judgedReview({ decidedBy: "RULE" }),
      await judgedReview({ decidedBy: "MODERATOR" }),
      await judgedReview({ status: "HELD", decision: "HOLD" }),
      await judgedReview({ status: "HELD" }), // reported since, and hidden
      await judgedReview({ status: "SUPERSEDED" }),
      await judgedReview({ undoneAt: new Date() }),
      await judgedReview({ createdAt: longAgo }),
    ];
    const seen = await judgeAll(moderatorId);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(offered.map(({ verdictId }) => verdictId)));
    for (const { verdictId } of withheld) {
      expect(seen).not.toContain(verdictId);
      expect((await judgeSampleItem({ moderatorId, verdictId, decision: "APPROVE", rule: null })).ok).toBe(
        false,
      );
    }
  });

  test("tells nothing of what was decided, and offers the same one until it is judged", async () => {
    const moderatorId = await newMember();
    await judgedReview();
    const item = (await findSampleItem(moderatorId))!;
    expect(Object.keys(item).toSorted()).toEqual(["body", "gym", "locale", "stars", "trainer", "verdictId"]);
    expect(await findSampleItem(moderatorId)).toEqual(item);
  });

  test("draws differently for each moderator", async () => {
    for (let n = 0; n < 8; n += 1) await judgedReview();
    const firsts = await Promise.all(
      Array.from({ length: 12 }, async () => (await findSampleItem(await newMember()))?.verdictId),
    );
    expect(new Set(firsts).size).toBeGreaterThan(1);
  });

  test("changes nothing but the judgement, and the first word counts", async () => {
    const moderatorId = await newMember();
    const { verdictId, revisionId, reviewId } = await judgedReview();
    const all = () =>
      prisma.review.findUniqueOrThrow({
        where: { id: reviewId },
        include: {
          revisions: {
            where: { id: revisionId },
            include: { verdicts: true, moderationItems: true, acts: true },
          },
        },
      });
    const before = await all();
    await judgeSampleItem({ moderatorId, verdictId, decision: "APPROVE", rule: null });
    await judgeSampleItem({ moderatorId, verdictId, decision: "REJECT", rule: "hate" });
    expect(await all()).toEqual(before);
    expect(await prisma.blindJudgement.findMany({ where: { moderatorId } })).toMatchObject([
      { verdictId, decision: "APPROVE", rule: null },
    ]);
  });

  test("takes back one's own last judgement only", async () => {
    const [moderatorId, other] = await Promise.all([newMember(), newMember()]);
    const reviews = [await judgedReview(), await judgedReview()];
    for (const { verdictId } of reviews) {
      await judgeSampleItem({ moderatorId, verdictId, decision: "APPROVE", rule: null });
      await judgeSampleItem({ moderatorId: other, verdictId, decision: "APPROVE", rule: null });
    }
    await takeBackLastJudgement(moderatorId);
    const left = await prisma.blindJudgement.findMany({ where: { moderatorId } });
    expect(left.map(({ verdictId }) => verdictId)).toEqual([reviews[0]!.verdictId]);
    expect(await prisma.blindJudgement.count({ where: { moderatorId: other } })).toBe(2);
  });
});

test("agreement counts who said what, and the same rule where both rejected", async () => {
  const moderatorId = await newMember();
  const said = [
    [{ status: "APPROVED", decision: "APPROVE" }, "APPROVE", null],
    [{ status: "APPROVED", decision: "APPROVE" }, "REJECT", "hate"],
    [{ rule: "hate" }, "REJECT", "hate"],
    [{ rule: "profanity" }, "REJECT", "hate"],
    [{ rule: "hate" }, "HOLD", null],
  ] as const;
  for (const [of, decision, rule] of said) {
    const { verdictId } = await judgedReview(of);
    await judgeSampleItem({ moderatorId, verdictId, decision, rule });
  }
  expect(await measureAgreement({ moderatorId })).toEqual({
    counts: [
      [1, 0, 0],
      [1, 2, 0],
      [0, 1, 0],
    ],
    total: 5,
    bothRejected: 2,
    sameRule: 1,
  });
  expect(await measureAgreement({ moderatorId, until: new Date(0) })).toMatchObject({ total: 0 });
});
