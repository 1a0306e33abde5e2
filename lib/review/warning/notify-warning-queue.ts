/** A job for each warning and each undoing, queued in their transaction: { warningId }. */
export const notifyWarningQueue = "notify-warning";
