import "server-only";

import type { UserId } from "../auth/user-id.ts";
import { prisma } from "../db.ts";
import { rebuildSummaries } from "./rebuild-summaries.ts";

/**
 * Deletes the author's review with everything that was said about it: off the page and out of the ratings in the same
 * moment. A judge at work on it will find nothing to settle.
 * @returns false when they have no such review.
 */
export async function deleteReview({ authorId, reviewId }: { authorId: UserId; reviewId: string }) {
  const { count } = await prisma.review.deleteMany({ where: { id: reviewId, authorId } });
  if (count > 0) void rebuildSummaries();
  return count > 0;
}
