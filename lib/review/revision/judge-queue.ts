/** One job for each revision, queued in the transaction that writes the revision. Payload: { revisionId }. */
export const moderateReviewQueue = "moderate-review";
