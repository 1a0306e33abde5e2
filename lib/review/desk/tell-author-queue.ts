/** A job for each act and each undoing, queued in their transaction: { actId }. */
export const tellAuthorQueue = "tell-author";

/** How long a slip can be taken back before its author hears of it. */
export const undoSeconds = 10;
