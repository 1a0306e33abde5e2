import { describe, expect, test } from "vitest";
import { newGym, newTrainer, publishReview } from "../../test/new-gym.ts";
import { newMember } from "../../test/new-member.ts";
import { prisma } from "../db.ts";
import { listPublishedReviews, reviewsPerPage } from "./published-reviews.ts";
import { reviewOrders, type ReviewOrder } from "./review-list-query.ts";

const minute = (n: number) => new Date(Date.UTC(2026, 9, 1, 12, n));

/** Follows the links to the end of the list and back. */
async function walk(of: { gymId: string } | { trainerId: string }, order: ReviewOrder) {
  const forth: string[][] = [];
  let page = await listPublishedReviews({ of, order });
  for (;;) {
    forth.push(page.reviews.map(({ id }) => id));
    if (!page.next) break;
    page = await listPublishedReviews({ of, order, after: page.next });
  }
  const back = [page.reviews.map(({ id }) => id)];
  while (page.previous) {
    page = await listPublishedReviews({ of, order, before: page.previous });
    back.unshift(page.reviews.map(({ id }) => id));
  }
  return { forth, back };
}

describe("the reviews of a gym", () => {
  test.each(reviewOrders)("come in the order %s, each once, the same way back", async (order) => {
    const { id: gymId } = await newGym();
    // Several with the same time, several with the same stars.
    for (let n = 0; n < 45; n += 1)
      await publishReview({ gymId, stars: 1 + ((n * 7) % 5), at: minute(Math.floor(n / 3)) });

    const all = await prisma.review.findMany({
      where: { gymId },
      orderBy: [
        ...(order === "newest" ? [] : [{ publishedStars: order === "highest" ? "desc" : "asc" } as const]),
        { publishedAt: "desc" },
        { id: "desc" },
      ],
    });
    const { forth, back } = await walk({ gymId }, order);
    expect(forth.flat()).toEqual(all.map(({ id }) => id));
    expect(forth.map(({ length }) => length)).toEqual([20, 20, 5]);
    // Backward pages have other bounds, but the first page is the same.
    expect(back[0]).toEqual(forth[0]);
    expect(back.at(-1)).toEqual(forth.at(-1));
    expect(new Set(back.flat())).toEqual(new Set(forth.flat()));
  });

  test("fill whole pages when there are exactly one or two pages of them", async () => {
    const { id: gymId } = await newGym();
    for (let n = 0; n < reviewsPerPage; n += 1) await publishReview({ gymId, stars: 3, at: minute(n) });
    const only = await listPublishedReviews({ of: { gymId }, order: "newest" });
    expect(only).toMatchObject({ previous: undefined, next: undefined });
    expect(only.reviews).toHaveLength(reviewsPerPage);

    for (let n = 0; n < reviewsPerPage; n += 1) await publishReview({ gymId, stars: 3, at: minute(30 + n) });
    const { forth, back } = await walk({ gymId }, "highest");
    expect(forth.map(({ length }) => length)).toEqual([reviewsPerPage, reviewsPerPage]);
    expect(back).toEqual(forth);
  });

  test("start at the first page when the review at the cursor was deleted", async () => {
    const { id: gymId } = await newGym();
    await publishReview({ gymId, stars: 5 });
    for (const order of reviewOrders) {
      const after = { stars: order === "lowest" ? 5 : 1, at: new Date(0), id: crypto.randomUUID() };
      const page = await listPublishedReviews({ of: { gymId }, order, after });
      expect(page).toMatchObject({ reviews: [{ stars: 5 }], previous: undefined, next: undefined });
    }
  });

  test("are only what is published, in the words of the published revision", async () => {
    const { id: gymId } = await newGym();
    const shown = await publishReview({ gymId, stars: 4, body: "first", at: minute(1) });
    await prisma.reviewRevision.create({
      data: { reviewId: shown.id, number: 2, stars: 1, body: "not yet", bodyHash: "", locale: "en" },
    });
    await publishReview({ gymId, stars: 2, body: "edited", at: minute(2), number: 3 });
    const waiting = await prisma.review.create({ data: { gymId, authorId: await newMember() } });
    await prisma.reviewRevision.create({
      data: { reviewId: waiting.id, number: 1, stars: 5, body: "waiting", bodyHash: "", locale: "en" },
    });

    const { reviews } = await listPublishedReviews({ of: { gymId }, order: "newest" });
    expect(reviews).toMatchObject([
      { body: "edited", stars: 2, isEdited: true, authorName: "소라", locale: "ko", trainer: null },
      { body: "first", stars: 4, isEdited: false, publishedAt: minute(1) },
    ]);
  });

  test("include those of its trainers; a trainer's page has only their own", async () => {
    const gym = await newGym();
    const [han, lee] = [await newTrainer(gym.id), await newTrainer(gym.id, "lee")];
    await publishReview({ gymId: gym.id, stars: 3, at: minute(1) });
    await publishReview({ gymId: gym.id, trainerId: han.id, stars: 5, at: minute(2) });
    await publishReview({ gymId: gym.id, trainerId: lee.id, stars: 1, at: minute(3) });

    const all = await listPublishedReviews({ of: { gymId: gym.id }, order: "newest" });
    expect(all.reviews.map(({ trainer }) => trainer?.slug)).toEqual(["lee", "han-seoyeon", undefined]);
    for (const order of reviewOrders) {
      const page = await listPublishedReviews({ of: { trainerId: han.id }, order });
      expect(page.reviews.map(({ stars }) => stars)).toEqual([5]);
    }
  });
});
