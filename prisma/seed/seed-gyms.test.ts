import { beforeAll, describe, expect, test } from "vitest";

import { newMember } from "../../test/new-member.ts";
import { findDataKey } from "../../lib/crypto/data-key.ts";
import { prisma } from "../../lib/db.ts";
import { examineText } from "../../lib/moderation/patterns/examine-text.ts";
import { activeRuleIds, builtInPolicy } from "../../lib/moderation/policy/rules.ts";
import { listOwnReviews } from "../../lib/review/own-reviews.ts";
import { reviewDraftSchema } from "../../lib/review/schema.ts";
import { seedGyms } from "./seed-gyms.ts";

let demo: Awaited<ReturnType<typeof newMember>>;
let seedingMs = 0;

beforeAll(async () => {
  demo = await newMember({ name: "Demo" });
  await prisma.member.update({ where: { id: demo }, data: { email: "demo@sora.test" } });
  // CPU time, because other tests run at the same time.
  const begun = process.cpuUsage();
  await seedGyms({ asksForSummaries: true });
  const { user, system } = process.cpuUsage(begun);
  seedingMs = (user + system) / 1000;
});

const counts = async () => [
  await prisma.gym.count(),
  await prisma.trainer.count(),
  await prisma.review.count({ where: { authorId: { not: demo } } }),
  await prisma.reviewSummary.count(),
];

describe("the seed", () => {
  test("creates 30 gyms, 60 trainers and 400 reviews, within seconds and only once", async () => {
    expect(await counts()).toEqual([30, 60, 400, 60]);
    await Promise.all([seedGyms(), seedGyms()]);
    expect(await counts()).toEqual([30, 60, 400, 60]);
    expect(seedingMs).toBeLessThan(2000);
  });

  test("has tallies that agree with its reviews, and gyms that differ", async () => {
    const gyms = await prisma.gym.findMany({ include: { reviews: true } });
    for (const { starCounts, reviewCount, starSum, reviews } of gyms) {
      const stars = reviews.flatMap(({ publishedStars }) => publishedStars ?? []);
      expect(reviewCount).toBe(stars.length);
      expect(starSum).toBe(stars.reduce((sum, star) => sum + star, 0));
      expect(starCounts.reduce((sum, count) => sum + count, 0)).toBe(stars.length);
    }
    const ratings = gyms.map(({ starSum, reviewCount }) => starSum / reviewCount);
    expect(Math.min(...ratings)).toBeLessThan(3);
    expect(Math.max(...ratings)).toBeGreaterThan(4.5);
  });

  test("is in Korean and English, each text once, and passes the form's schema and the patterns", async () => {
    const revisions = await prisma.reviewRevision.findMany({
      where: { review: { authorId: { not: demo } } },
      include: { verdicts: true, publishedIn: true },
    });
    const texts = revisions.map(({ body }) => body);
    expect(new Set(texts).size).toBe(texts.length);
    for (const { body, stars, status, verdicts } of revisions) {
      const draft = reviewDraftSchema.safeParse({ stars: String(stars), body, trainer: "", base: "" });
      expect(draft.data?.body).toBe(body);
      const { broken, givesOrders } = examineText(body, activeRuleIds(builtInPolicy));
      expect([body, broken, givesOrders]).toEqual([body, [], false]);
      expect(status).toBe("APPROVED");
      expect(verdicts).toMatchObject([{ decision: "APPROVE", decidedBy: "MODERATOR", note: "seed" }]);
    }
    const published = revisions.filter(({ publishedIn }) => publishedIn);
    const korean = published.filter(({ locale }) => locale === "ko").length / published.length;
    expect(korean).toBeGreaterThan(0.6);
    expect(korean).toBeLessThan(0.7);
    expect(published.filter(({ number }) => number === 2).length).toBeGreaterThan(3);
  });

  test("has dates in order, none in the future or before its member, gym or trainer was created", async () => {
    const reviews = await prisma.review.findMany({
      where: { authorId: { not: demo } },
      include: { author: true, gym: true, trainer: true, publishedRevision: true },
    });
    const now = Date.now();
    for (const { createdAt, publishedAt, author, gym, trainer, publishedRevision } of reviews) {
      expect(publishedAt!.getTime()).toBeLessThan(now);
      expect(publishedAt!.getTime()).toBeGreaterThan(createdAt.getTime());
      expect(publishedRevision!.decidedAt!.getTime()).toBeLessThan(now);
      for (const there of [author, gym, trainer ?? gym])
        expect(createdAt.getTime()).toBeGreaterThan(there.createdAt.getTime());
    }
    const months = new Set(reviews.map(({ publishedAt }) => publishedAt!.toISOString().slice(0, 7)));
    expect(months.size).toBeGreaterThanOrEqual(18);
  });

  test("has members who can not sign in but have a data key", async () => {
    const members = await prisma.member.findMany({ where: { email: { startsWith: "reviewer-" } } });
    expect(members).toHaveLength(60);
    expect(members.every(({ passwordHash }) => passwordHash === null)).toBe(true);
    expect(await findDataKey(members[0]!.id)).not.toBeNull();
  });

  test("gives the demo member a review in each state, with reasons for rejections", async () => {
    const own = await listOwnReviews(demo);
    expect(own.map(({ latest }) => latest.status).toSorted()).toEqual([
      "APPROVED",
      "APPROVED",
      "HELD",
      "REJECTED",
      "REJECTED",
    ]);
    for (const { latest, reasons } of own.filter((review) => review.reasons)) {
      expect(reasons!.evidence.every((words) => latest.body.includes(words))).toBe(true);
    }
    expect(own.filter(({ canAppeal }) => canAppeal)).toHaveLength(2);
    expect(await prisma.moderationItem.count({ where: { revision: { review: { authorId: demo } } } })).toBe(
      1,
    );
  });

  test("runs again after all gyms were deleted, with the same members", async () => {
    await prisma.gym.deleteMany();
    await seedGyms({ asksForSummaries: true });
    expect(await counts()).toEqual([30, 60, 400, 60]);
    expect(await prisma.member.count({ where: { email: { startsWith: "reviewer-" } } })).toBe(60);
  });
});
