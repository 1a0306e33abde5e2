import { beforeEach, describe, expect, test } from "vitest";

import { newMember } from "../../../test/new-member.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import { newScene } from "../../../test/review-scene.ts";
import type { UserId } from "../../auth/user-id.ts";
import { prisma } from "../../db.ts";
import type { Prisma } from "../../generated/prisma/client.ts";
import { builtInJudge, currentJudge } from "../../moderation/judge.ts";
import { agreementOf } from "./agreement.ts";
import { findSampleItem, judgeSampleItem, takeBackLastJudgement } from "./blind-sample.ts";
import { readStrata } from "./strata.ts";

startWithoutReviews();
beforeEach(async () => void (await prisma.review.deleteMany()));

type Of = Partial<Prisma.VerdictUncheckedCreateInput> & { authorId?: UserId };

/** By default a confident rejection by the current judge. */
async function judgedReview({ authorId, ...more }: Of = {}) {
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
      status: "REJECTED",
    },
  });
  const { id: verdictId } = await prisma.verdict.create({
    // Random, as in settleRevision.
    data: {
      id: crypto.randomUUID(),
      revisionId,
      attempt: 1,
      decision: "REJECT",
      decidedBy: "MODEL",
      rule: "profanity",
      confidence: 0.97,
      policyVersion: 1,
      ...currentJudge(),
      ...more,
    },
  });
  return { verdictId, revisionId, reviewId: review.id };
}

/** Held because the rejection's confidence was too low. */
const unsure = {
  decision: "HOLD",
  holdReason: "UNSURE",
  rule: null,
  saidDecision: "REJECT",
  saidRule: "threat",
  confidence: 0.6,
} as const;

/** Judges until nothing more is offered, or `count` were judged. @returns the verdict ids */
async function judgeAll(moderatorId: UserId, count = Infinity): Promise<string[]> {
  const seen: string[] = [];
  for (let item = await findSampleItem(moderatorId); item; item = await findSampleItem(moderatorId)) {
    seen.push(item.verdictId);
    await judgeSampleItem({ moderatorId, verdictId: item.verdictId, decision: "HOLD", rule: null });
    if (seen.length === count) break;
  }
  return seen;
}

const personDecides = (revisionId: string, moderatorId: string) =>
  prisma.$transaction([
    prisma.verdict.create({
      data: { revisionId, attempt: 2, decision: "REJECT", decidedBy: "MODERATOR", policyVersion: 1 },
    }),
    prisma.moderatorAct.create({ data: { kind: "REJECT", revisionId, moderatorId, before: {} } }),
  ]);

describe("the blind sample", () => {
  test("offers each verdict of the model once, also one held as unsure, whatever was decided later", async () => {
    const [moderatorId, other] = await Promise.all([newMember(), newMember()]);
    const overturned = await judgedReview();
    await personDecides(overturned.revisionId, other);
    const offered = [
      overturned,
      await judgedReview({ decision: "APPROVE", rule: null }),
      await judgedReview(unsure),
      await judgedReview({ ...builtInJudge(), decidedBy: "CLASSIFIER" }), // judged without a configured model
      await judgedReview({ modelHost: null, promptVersion: null }), // of an older release
    ];
    const decidedByThem = await judgedReview();
    await personDecides(decidedByThem.revisionId, moderatorId);
    const again = await judgedReview({ attempt: 2 });
    await prisma.verdict.create({
      data: {
        revisionId: again.revisionId,
        attempt: 1,
        decision: "HOLD",
        decidedBy: "RULE",
        policyVersion: 1,
      },
    });
    const withheld = [
      decidedByThem,
      again,
      await judgedReview({ authorId: moderatorId }),
      await judgedReview({ decidedBy: "RULE" }),
      await judgedReview({ isFromCache: true }),
      await judgedReview({ ...unsure, saidDecision: "HOLD" }),
      await judgedReview({ ...unsure, saidDecision: null }),
      await judgedReview({ ...unsure, holdReason: "INSTRUCTIONS" }),
      await judgedReview({
        ...unsure,
        saidDecision: "APPROVE",
        holdReason: "VETOED",
        decidedBy: "CLASSIFIER",
      }),
      await judgedReview({ undoneAt: new Date() }),
      await judgedReview({ createdAt: new Date(Date.now() - 31 * 86_400_000) }),
    ];
    const seen = await judgeAll(moderatorId);
    expect(seen.toSorted()).toEqual(offered.map(({ verdictId }) => verdictId).toSorted());
    for (const { verdictId } of withheld) {
      expect(
        await judgeSampleItem({ moderatorId, verdictId, decision: "APPROVE", rule: null }),
      ).toMatchObject({
        ok: false,
      });
    }
  });

  test("offers every kind before more of the common one: rare rules, decisions and confidences first", async () => {
    const moderatorId = await newMember();
    for (let n = 0; n < 12; n += 1) await judgedReview({ decision: "APPROVE", rule: null });
    const rare = [
      await judgedReview(),
      await judgedReview({ rule: "hate" }),
      await judgedReview({ confidence: 0.81 }),
      await judgedReview(unsure),
    ];
    const seen = await judgeAll(moderatorId, 5);
    expect(seen).toEqual(expect.arrayContaining(rare.map(({ verdictId }) => verdictId)));
  });

  test("offers the current judge's verdicts first, and the kinds that others judged least", async () => {
    const [first, second] = await Promise.all([newMember(), newMember()]);
    await judgedReview({ model: "a model of before", rule: "hate" });
    const approvals = [
      await judgedReview({ decision: "APPROVE", rule: null }),
      await judgedReview({ decision: "APPROVE", rule: null }),
    ];
    const rejection = await judgedReview();
    for (const { verdictId } of approvals)
      await judgeSampleItem({ moderatorId: first, verdictId, decision: "APPROVE", rule: null });
    // Other moderators' judgements count only up to one's own last one, so that nobody can wait for a different item.
    const mine = await judgeAll(second, 1);
    const next = await findSampleItem(second);
    expect(mine[0] === rejection.verdictId || next?.verdictId === rejection.verdictId).toBe(true);
  });

  test("shows no decision, and offers the same item until it is judged, whatever others do", async () => {
    const [moderatorId, other] = await Promise.all([newMember(), newMember()]);
    for (let n = 0; n < 3; n += 1) await judgedReview({ rule: `rule-${n}` });
    await judgeAll(moderatorId, 1);
    const item = (await findSampleItem(moderatorId))!;
    expect(Object.keys(item).toSorted()).toEqual(["body", "gym", "locale", "stars", "trainer", "verdictId"]);
    await judgeAll(other, 1);
    expect(await findSampleItem(moderatorId)).toEqual(item);
  });

  test("draws differently for each moderator", async () => {
    for (let n = 0; n < 8; n += 1) await judgedReview();
    const firsts = await Promise.all(
      Array.from({ length: 12 }, async () => (await findSampleItem(await newMember()))?.verdictId),
    );
    expect(new Set(firsts).size).toBeGreaterThan(1);
  });

  test("changes nothing but the judgement, and only the first judgement counts", async () => {
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

  test("takes back only one's own last judgement", async () => {
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

describe("agreement", () => {
  const span = () => ({ from: new Date(Date.now() - 86_400_000), until: new Date(Date.now() + 60_000) });

  test("counts both decisions, and equal rules where both rejected", async () => {
    const moderatorId = await newMember();
    const approved = { decision: "APPROVE", rule: null } as const;
    const said = [
      [approved, "APPROVE", null],
      [approved, "REJECT", "hate"],
      [{ rule: "hate" }, "REJECT", "hate"],
      [{ rule: "profanity" }, "REJECT", "hate"],
      [{ ...unsure, saidRule: "hate" }, "HOLD", null],
    ] as const;
    for (const [of, decision, rule] of said) {
      const { verdictId } = await judgedReview(of);
      await judgeSampleItem({ moderatorId, verdictId, decision, rule });
    }
    const counts = [
      [1, 0, 0],
      [1, 2, 0],
      [0, 1, 0],
    ];
    expect(agreementOf(await readStrata({ moderatorId, ...span() }))).toMatchObject({
      counts,
      weighted: counts,
      total: 5,
      bothRejected: 2,
      sameRule: 1,
      estimate: { share: 0.6, drawn: 5, covered: 1 },
    });
    const before = { from: new Date(0), until: new Date(1) };
    expect(agreementOf(await readStrata({ moderatorId, ...before }))).toMatchObject({
      total: 0,
      estimate: null,
    });
  });

  test("weights each kind by its frequency, and counts the first of several judgements of a text", async () => {
    const [moderatorId, other] = await Promise.all([newMember(), newMember()]);
    const approvals = [];
    for (let n = 0; n < 9; n += 1) approvals.push(await judgedReview({ decision: "APPROVE", rule: null }));
    const { verdictId } = await judgedReview();
    await judgeSampleItem({
      moderatorId,
      verdictId: approvals[0]!.verdictId,
      decision: "APPROVE",
      rule: null,
    });
    await judgeSampleItem({ moderatorId, verdictId, decision: "APPROVE", rule: null });
    await judgeSampleItem({ moderatorId: other, verdictId, decision: "REJECT", rule: "profanity" });
    const { estimate, weighted, total } = agreementOf(await readStrata(span()));
    expect(total).toBe(2);
    expect(estimate?.share).toBeCloseTo(0.9);
    expect(weighted[0]).toEqual([9, 1, 0]);
  });
});
