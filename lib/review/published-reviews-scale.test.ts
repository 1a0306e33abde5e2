import { beforeAll, expect, test } from "vitest";
import { inBulk } from "../../test/in-bulk.ts";
import { explain, rowsRead } from "../../test/explain.ts";
import { newGym, newTrainer } from "../../test/new-gym.ts";
import { pool } from "../db.ts";
import { listPublishedReviews, publishedReviewsQuery, reviewsPerPage } from "./published-reviews.ts";
import { reviewOrders, type ReviewCursor, type ReviewOrder } from "./review-list-query.ts";

const reviewCount = 100_000;
let gymId: string;
let trainerId: string;

beforeAll(async () => {
  gymId = (await newGym()).id;
  trainerId = (await newTrainer(gymId)).id;
  const all = `generate_series(1, ${reviewCount}) AS n`;
  const id = (kind: string) => `md5('${gymId} ${kind} ' || n)::uuid`;
  await inBulk([
    `INSERT INTO member (id, email, name) SELECT ${id("member")}, ${id("member")} || '@scale.test', '소라' FROM ${all}`,
    // Half are the trainer's. 2 % have the same time, as after an import.
    `INSERT INTO review (id, author_id, gym_id, trainer_id, published_revision_id, published_stars, published_at)
     SELECT ${id("review")}, ${id("member")}, '${gymId}', CASE WHEN n % 2 = 0 THEN '${trainerId}'::uuid END,
            ${id("revision")}, 1 + (n * 7919) % 5, now() - greatest(n - 2000, 0) * interval '1 minute' FROM ${all}`,
    `INSERT INTO review_revision (id, review_id, number, stars, body, body_hash, locale, status)
     SELECT ${id("revision")}, ${id("review")}, 1, 1 + (n * 7919) % 5, repeat('좋아요. ', 20), '', 'ko', 'APPROVED'
       FROM ${all}`,
    "ANALYZE member, review, review_revision, gym, trainer",
  ]);
}, 120_000);

/** The cursor at `share` of the list. */
async function placeAt(of: { column: string; id: string }, order: ReviewOrder, share: number) {
  const byStars = { newest: "", highest: "published_stars DESC,", lowest: "published_stars," }[order];
  const { rows } = await pool.query<ReviewCursor>(
    `SELECT published_stars AS stars, published_at AS at, id FROM review WHERE ${of.column} = $1
      ORDER BY ${byStars} published_at DESC, id DESC
     OFFSET (SELECT (count(*) * $2::float8)::int FROM review WHERE ${of.column} = $1) LIMIT 1`,
    [of.id, share],
  );
  return rows[0]!;
}

test.each(reviewOrders)(
  "at 100,000 reviews every page in the order %s costs the same: it reads what it shows, by an index",
  async (order) => {
    for (const column of ["gym_id", "trainer_id"] as const) {
      const of = column === "gym_id" ? { gymId } : { trainerId };
      const id = column === "gym_id" ? gymId : trainerId;
      // Among equal times, in the middle, near the end.
      const places = await Promise.all(
        [0.001, 0.01, 0.5, 0.999].map((share) => placeAt({ column, id }, order, share)),
      );
      const asked = [{}, ...places.flatMap((place) => [{ after: place }, { before: place }])];
      for (const place of asked) {
        const nodes = await explain(publishedReviewsQuery({ of, order, ...place }));
        const scanned = nodes.filter((node) => node["Node Type"] === "Seq Scan");
        // The trainer table is small and may be read whole.
        expect(scanned.filter((node) => node["Relation Name"] !== "trainer")).toEqual([]);
        const index = `review_${column.replace("_id", "")}_${order === "newest" ? "newest" : "stars"}`;
        expect(nodes.map((node) => node["Index Name"])).toContain(index);
        // By stars: at most one page for each number of stars.
        const readings = order === "newest" ? 1 : 5;
        expect(rowsRead(nodes, "review")).toBeLessThanOrEqual(readings * (reviewsPerPage + 1));
        expect(rowsRead(nodes, "review_revision")).toBeLessThanOrEqual(reviewsPerPage + 1);
      }
    }
  },
  60_000,
);

test("the deepest page leads to the last review, where the list ends", async () => {
  for (const order of reviewOrders) {
    const after = await placeAt({ column: "gym_id", id: gymId }, order, 1 - 8 / reviewCount);
    const page = await listPublishedReviews({ of: { gymId }, order, after });
    expect(page.reviews).toHaveLength(7);
    expect(page.next).toBeUndefined();
    expect(page.previous).toBeDefined();
  }
});
