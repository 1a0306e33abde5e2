import { sum } from "../time/span.ts";

/**
 * Of the reviews that were decided in a span, the share that is published, 0 to 1; null when none was decided. What is held is
 * not decided: it counts once a person has.
 */
export function publishedShare(verdicts: { approved: readonly number[]; rejected: readonly number[] }) {
  const [approved, rejected] = [sum(verdicts.approved), sum(verdicts.rejected)];
  return approved + rejected > 0 ? approved / (approved + rejected) : null;
}
