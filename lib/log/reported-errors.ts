import { processWide } from "../process-wide.ts";

/** One error reaches the log by several ways, and React wraps it with the same digest. */
const reported = processWide("reported-errors", () => new WeakSet<Error>());

export const isReported = (error: Error): boolean => reported.has(error);

export const markReported = (error: Error): void => void reported.add(error);
