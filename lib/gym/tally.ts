/** The published reviews of a gym or a trainer, counted. */
export type Tally = {
  starCounts: number[]; // with 1, 2, … 5 stars
  reviewCount: number;
  starSum: number;
};

/** Null where nobody has written yet: no rating is not a bad one. */
export function averageStars({ starSum, reviewCount }: Pick<Tally, "starSum" | "reviewCount">) {
  return reviewCount > 0 ? starSum / reviewCount : null;
}
