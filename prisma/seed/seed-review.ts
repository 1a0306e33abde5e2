type SeedReview = {
  stars: number;
  /** Slug of the trainer it is about; without one, it is about the gym. */
  trainer?: string;
  text: string;
  /** What its author had written at first. */
  before?: { stars: number; text: string };
};

/** The reviews of each gym, by its slug. */
export type SeedReviews = Record<string, SeedReview[]>;
