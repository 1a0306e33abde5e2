type SeedReview = {
  stars: number;
  /** The trainer's slug; without one the review is about the gym. */
  trainer?: string;
  text: string;
  /** The first revision. */
  before?: { stars: number; text: string };
};

/** By the gym's slug. */
export type SeedReviews = Record<string, SeedReview[]>;
