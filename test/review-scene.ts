import { expect } from "vitest";

import type { UserId } from "../lib/auth/user-id.ts";
import { prisma } from "../lib/db.ts";
import type { Judgement, Outcome } from "../lib/moderation/judgement.ts";
import { type Claim, claimRevisions } from "../lib/review/judging/claim-revisions.ts";
import { submitReview } from "../lib/review/submit-review.ts";
import { newGym, newTrainer } from "./new-gym.ts";
import { newMember } from "./new-member.ts";

export type Place = { gymId: string; gymSlug: string; trainerId: string; trainerSlug: string };
export type Scene = Place & { authorId: UserId };

export async function newPlace(): Promise<Place> {
  const { id: gymId, slug: gymSlug } = await newGym();
  const { id: trainerId, slug: trainerSlug } = await newTrainer(gymId);
  return { gymId, gymSlug, trainerId, trainerSlug };
}

export async function newScene(): Promise<Scene> {
  return { ...(await newPlace()), authorId: await newMember() };
}

type Draft = { stars?: number; body?: string; base?: string; trainerSlug?: string };

/** Unique, because equal texts are judged together. Without digits, which may form a phone number. */
export const newBody = () =>
  `운동하기 좋은 곳이에요. ${crypto.randomUUID().replaceAll(/[\d-]/g, (digit) => "ghijklmnop"[Number(digit)] ?? "")}`;

export function submit({ authorId, gymSlug }: Scene, draft: Draft = {}) {
  const { stars = 4, body = newBody(), base = "", trainerSlug = "" } = draft;
  return submitReview({ authorId, gymSlug, trainerSlug, stars, body, base });
}

/** Fails unless the draft is accepted as new. */
export async function submitted(scene: Scene, draft: Draft = {}) {
  const result = await submit(scene, draft);
  if (!result.ok || !result.data.isNew) throw new Error("the review was not accepted");
  return result.data;
}

const judged = (more: Partial<Judgement> = {}): Extract<Outcome, { ok: true }> => ({
  ok: true,
  data: {
    decision: "APPROVE",
    decidedBy: "MODEL",
    rule: null,
    holdReason: null,
    evidence: [],
    alsoBroken: [],
    vetoes: [],
    confidence: 0.95,
    policyVersion: 1,
    model: "test",
    said: null,
    modelCallId: null,
    isFromCache: false,
    ...more,
  },
});
export const approval = judged();
export const rejection = judged({ decision: "REJECT", rule: "profanity", evidence: ["운동"] });
export const hold = judged({ decision: "HOLD", holdReason: "UNSURE" });
export const failure: Outcome = { ok: false, error: "MODEL_UNAVAILABLE" };

/** Claims until nothing waits. @returns the claim of this revision */
export async function claimed(revisionId: string): Promise<Claim> {
  for (;;) {
    const next = await claimRevisions({ mayCallModel: true });
    const mine = next && "claims" in next && next.claims.find((claim) => claim.revisionId === revisionId);
    if (mine) return mine;
    if (!next) throw new Error("it does not wait to be judged");
    if ("waitMs" in next) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** As if the judge had not renewed its lease. */
export const lapse = (revisionId: string) =>
  prisma.reviewRevision.update({
    where: { id: revisionId },
    data: { leaseUntil: new Date(Date.now() - 1000) },
  });

export const revisionOf = (id: string) => prisma.reviewRevision.findUniqueOrThrow({ where: { id } });
export const reviewOf = (id: string) => prisma.review.findUniqueOrThrow({ where: { id } });
export const noticesOf = (memberId: string) =>
  prisma.notice.findMany({ where: { memberId }, orderBy: { createdAt: "asc" } });
export const openItemsOf = (reviewId: string) =>
  prisma.moderationItem.findMany({ where: { revision: { reviewId }, closedAt: null } });

export async function countOutcomes() {
  const groups = await prisma.reviewRevision.groupBy({ by: ["status"], _count: true });
  const reasons = await prisma.verdict.groupBy({
    by: ["holdReason"],
    where: { decision: "HOLD" },
    _count: true,
  });
  const counts = groups.map(({ status, _count }) => [status, _count]);
  return Object.fromEntries([...counts, ...reasons.map(({ holdReason, _count }) => [holdReason, _count])]);
}

/** The stored tallies equal the counted reviews. */
export async function expectTrueTallies({ gymId, trainerId }: Place) {
  const places = [
    [await prisma.gym.findUniqueOrThrow({ where: { id: gymId } }), { gymId }],
    [await prisma.trainer.findUniqueOrThrow({ where: { id: trainerId } }), { trainerId }],
  ] as const;
  for (const [kept, where] of places) {
    const published = await prisma.review.findMany({ where: { ...where, publishedStars: { not: null } } });
    const starCounts = [1, 2, 3, 4, 5].map(
      (stars) => published.filter((r) => r.publishedStars === stars).length,
    );
    const starSum = published.reduce((sum, { publishedStars }) => sum + publishedStars!, 0);
    const { starCounts: counts, reviewCount, starSum: sum } = kept;
    expect({ counts, reviewCount, sum }).toEqual({
      counts: starCounts,
      reviewCount: published.length,
      sum: starSum,
    });
  }
}

export async function until(condition: () => Promise<boolean>, timeoutMs = 14_000) {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("it did not happen");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
