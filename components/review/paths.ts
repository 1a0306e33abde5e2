/** The page of what is reviewed. */
export const subjectPath = (gymSlug: string, trainerSlug?: string) =>
  trainerSlug ? `/gyms/${gymSlug}/trainers/${trainerSlug}` : `/gyms/${gymSlug}`;

/** Where a review of it is written, and edited. */
export const reviewFormPath = (gymSlug: string, trainerSlug?: string) =>
  `/gyms/${gymSlug}/review${trainerSlug ? `?trainer=${trainerSlug}` : ""}`;
