/** The page of a gym, or of one of its trainers. */
export const subjectPath = (gymSlug: string, trainerSlug?: string) =>
  trainerSlug ? `/gyms/${gymSlug}/trainers/${trainerSlug}` : `/gyms/${gymSlug}`;

/** Its author's card of a review, among their own and on the page of what it is about. */
export const ownReviewAnchor = (reviewId: string) => `review-${reviewId}`;

/** Where a review of it is written, and edited. */
export const reviewFormPath = (gymSlug: string, trainerSlug?: string) =>
  `/gyms/${gymSlug}/review${trainerSlug ? `?trainer=${trainerSlug}` : ""}`;

/** Where a review is reported. */
export const reportPath = (gymSlug: string, reviewId: string) => `/gyms/${gymSlug}/report/${reviewId}`;

/** Where an appeal is written by itself; its form ends on `nextPath`. */
export const appealPath = (verdictId: string, nextPath: string) =>
  `/me/appeals/${verdictId}?next=${encodeURIComponent(nextPath)}`;

/** Where what a moderator asked about an appeal is answered by itself; its form ends on `nextPath`. */
export const appealAnswerPath = (appealId: string, nextPath: string) =>
  `/me/appeals/answer/${appealId}?next=${encodeURIComponent(nextPath)}`;
