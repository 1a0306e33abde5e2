import { processWide } from "../process-wide.ts";

/** Errors that have their record. One error passes through several hands, and React wraps it with the same digest. */
const reported = processWide("reported-errors", () => new WeakSet<Error>());

export const isReported = (error: Error): boolean => reported.has(error);

export const markReported = (error: Error): void => void reported.add(error);
