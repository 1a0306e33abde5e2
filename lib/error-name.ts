import { isDatabaseUnavailable } from "./db-errors.ts";
import { errorCauses } from "./error-causes.ts";

/**
 * What a line of the log calls an error: its code, or else its kind. Never its message, which may quote what a person
 * wrote. The code comes first because PostgreSQL's errors are all named "error".
 */
export function errorName(error: unknown): string {
  for (const { code } of errorCauses(error)) if (typeof code === "string") return code;
  if (isDatabaseUnavailable(error)) return "database away";
  return error instanceof Error ? error.name : "unknown error";
}
