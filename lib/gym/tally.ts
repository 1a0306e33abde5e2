export type Tally = {
  starCounts: number[];
  reviewCount: number;
  starSum: number;
};

/** Null without reviews: no rating is not a bad rating. */
export function averageStars({ starSum, reviewCount }: Pick<Tally, "starSum" | "reviewCount">) {
  return reviewCount > 0 ? starSum / reviewCount : null;
}
