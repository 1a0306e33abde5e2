export const subjectPath = (gymSlug: string, trainerSlug?: string) =>
  trainerSlug ? `/gyms/${gymSlug}/trainers/${trainerSlug}` : `/gyms/${gymSlug}`;

export const ownReviewAnchor = (reviewId: string) => `review-${reviewId}`;

export const reviewFormPath = (gymSlug: string, trainerSlug?: string) =>
  `/gyms/${gymSlug}/review${trainerSlug ? `?trainer=${trainerSlug}` : ""}`;

export const reportPath = (gymSlug: string, reviewId: string) => `/gyms/${gymSlug}/report/${reviewId}`;

/** The page of one appeal's form, which redirects to `nextPath`. */
export const appealPath = (verdictId: string, nextPath: string) =>
  `/me/appeals/${verdictId}?next=${encodeURIComponent(nextPath)}`;

/** The page of one answer's form, which redirects to `nextPath`. */
export const appealAnswerPath = (appealId: string, nextPath: string) =>
  `/me/appeals/answer/${appealId}?next=${encodeURIComponent(nextPath)}`;
