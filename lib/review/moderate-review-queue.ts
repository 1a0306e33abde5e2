/** A job for each revision, queued in the transaction that writes it: { revisionId }. */
export const moderateReviewQueue = "moderate-review";
