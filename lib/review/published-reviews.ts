import "server-only";

import { pool } from "../db.ts";
import type { ReviewCursor, ReviewOrder } from "./review-list-query.ts";

export const reviewsPerPage = 20;

export type PublishedReview = {
  id: string;
  stars: number;
  body: string;
  locale: string;
  authorId: string;
  authorName: string;
  publishedAt: Date;
  isEdited: boolean;
  trainer: { slug: string; name: string; nameEn: string | null } | null;
};

type ReviewRow = Omit<PublishedReview, "trainer"> & {
  trainerSlug: string | null;
  trainerName: string | null;
  trainerNameEn: string | null;
};

type ListInput = {
  /** A gym's list includes the reviews of its trainers. */
  of: { gymId: string } | { trainerId: string };
  order: ReviewOrder;
  after?: ReviewCursor | undefined;
  before?: ReviewCursor | undefined;
};

export type ReviewPage = {
  reviews: PublishedReview[];
  previous: ReviewCursor | undefined;
  next: ReviewCursor | undefined;
};

/** Keyset pages: the last page of 100,000 reviews costs as much as the first. */
export async function listPublishedReviews(input: ListInput): Promise<ReviewPage> {
  const isBackward = !input.after && input.before !== undefined;
  const { rows } = await pool.query<ReviewRow>(publishedReviewsQuery(input));
  const isWhole = rows.length > reviewsPerPage;
  // Paging back reached the start, or the reviews after the cursor are no longer published: show the first page.
  if (isBackward ? !isWhole : input.after && rows.length === 0)
    return listPublishedReviews({ of: input.of, order: input.order });

  const found = rows.slice(0, reviewsPerPage).map(toReview);
  const reviews = isBackward ? found.toReversed() : found;
  const [first, last] = [reviews[0], reviews.at(-1)];
  return {
    reviews,
    previous: first && (isBackward || input.after) ? cursorOf(first) : undefined,
    next: last && (isBackward || isWhole) ? cursorOf(last) : undefined,
  };
}

export async function listCitedReviews(input: {
  revisionIds: string[];
  order: ReviewOrder;
}): Promise<ReviewPage> {
  const byStars = { newest: "", highest: "published_stars DESC, ", lowest: "published_stars, " }[input.order];
  const { rows } = await pool.query<ReviewRow>(
    shownReviews(
      "SELECT * FROM review WHERE published_revision_id = ANY ($1::uuid[])",
      `${byStars}published_at DESC, id DESC`,
    ),
    [input.revisionIds],
  );
  return { reviews: rows.map(toReview), previous: undefined, next: undefined };
}

const cursorOf = ({ stars, publishedAt, id }: PublishedReview): ReviewCursor => ({
  stars,
  at: publishedAt,
  id,
});

function toReview({ trainerSlug, trainerName, trainerNameEn, ...review }: ReviewRow): PublishedReview {
  const trainer =
    trainerSlug && trainerName ? { slug: trainerSlug, name: trainerName, nameEn: trainerNameEn } : null;
  return { ...review, trainer };
}

/**
 * The extra row shows whether another page exists. By stars, each number of stars is read separately, newest first, then
 * merged: no single index has "stars up, time down" in both directions. The cursor's own stars are read from the cursor
 * on, the others from their start.
 */
export function publishedReviewsQuery({ of, order, after, before }: ListInput) {
  const cursor = after ?? before;
  const isBackward = !after && before !== undefined;
  const [compare, direction, end] = isBackward ? [">", "ASC", "-infinity"] : ["<", "DESC", "infinity"];
  const levels = starLevels(order, isBackward, cursor);
  const isByStars = order !== "newest";
  const starDirection = (order === "highest") === isBackward ? "ASC" : "DESC";
  const byPlace = `${isByStars ? `published_stars ${starDirection}, ` : ""}published_at ${direction}, id ${direction}`;
  const column = "gymId" in of ? "gym_id" : "trainer_id";

  const text = shownReviews(
    `SELECT found.* FROM unnest($2::int[], $3::text[]::timestamptz[], $4::uuid[]) AS level (stars, at, id)
      CROSS JOIN LATERAL (
        SELECT * FROM review
         WHERE ${column} = $1 AND published_at IS NOT NULL ${isByStars ? "AND published_stars = level.stars" : ""}
           AND (published_at, id) ${compare} (level.at, level.id)
         ORDER BY published_at ${direction}, id ${direction} LIMIT $5
      ) found
      ORDER BY ${byPlace} LIMIT $5`,
    byPlace,
  );

  const values = [
    "gymId" in of ? of.gymId : of.trainerId,
    levels,
    levels.map((_, index) => (cursor && index === 0 ? cursor.at.toISOString() : end)),
    levels.map((_, index) => (cursor && index === 0 ? cursor.id : noId)),
    reviewsPerPage + 1,
  ];
  return { text, values };
}

const shownReviews = (page: string, order: string) => `
  SELECT page.id, page.published_stars AS stars, page.published_at AS "publishedAt",
         revision.body, revision.locale, revision.number > 1 AS "isEdited",
         member.id AS "authorId", member.name AS "authorName",
         trainer.slug AS "trainerSlug", trainer.name AS "trainerName", trainer.name_en AS "trainerNameEn"
    FROM (${page}) page
    JOIN review_revision revision ON revision.id = page.published_revision_id
    JOIN member ON member.id = page.author_id
    LEFT JOIN trainer ON trainer.id = page.trainer_id
   ORDER BY ${order.replaceAll(/\b(published_\w+|id)\b/g, "page.$1")}`;

/** Compared only with an infinite time, so any id works. */
const noId = "00000000-0000-0000-0000-000000000000";

/** The cursor's own stars come first. Order "newest" needs one reading, of any stars. */
function starLevels(order: ReviewOrder, isBackward: boolean, cursor: ReviewCursor | undefined): number[] {
  if (order === "newest") return [0];
  const all = (order === "highest") === isBackward ? [1, 2, 3, 4, 5] : [5, 4, 3, 2, 1];
  return cursor ? all.slice(all.indexOf(cursor.stars)) : all;
}
