/** One job for each warning and each undo, queued in their transaction. Payload: { warningId }. */
export const notifyWarningQueue = "notify-warning";
