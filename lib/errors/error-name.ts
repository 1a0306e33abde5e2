import { isDatabaseUnavailable } from "./db-errors.ts";
import { errorCauses } from "./error-causes.ts";

/**
 * For the log: the error's code, or else its name. Never its message, which may quote what a person wrote. The code
 * comes first because all PostgreSQL errors have the name "error".
 */
export function errorName(error: unknown): string {
  for (const { code } of errorCauses(error)) if (typeof code === "string") return code;
  if (isDatabaseUnavailable(error)) return "database away";
  return error instanceof Error ? error.name : "unknown error";
}
