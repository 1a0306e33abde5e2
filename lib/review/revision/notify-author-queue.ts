/** One job for each act and each undo, queued in their transaction. Payload: { actId }. */
export const tellAuthorQueue = "tell-author";

/** The time for undo before the author is notified. */
export const undoSeconds = 10;
