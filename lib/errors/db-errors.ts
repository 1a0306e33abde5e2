import { errorCauses } from "./error-causes.ts";

/**
 * Our code (DATABASE_BUSY: refused before it began), Node's, PostgreSQL's (57P0x: shutting down, crashed, starting
 * up; 53300: too many connections; 08xxx; 55P03: lock timeout; 57014: statement timeout; 25P03: idle in transaction
 * timeout) and Prisma's (P2028: no transaction in time).
 */
const unavailable =
  /^(DATABASE_BUSY|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|57P0[1-5]|53300|08\w{3}|55P03|57014|25P03|P1001|P1002|P1008|P1017|P2024|P2028)$/;
const unavailableMessage =
  /timeout exceeded when trying to connect|connection terminated|Connection terminated|Query read timeout|Can't reach database/;

export function isDatabaseUnavailable(error: unknown): boolean {
  return someCause(error, (code, message) => unavailable.test(code) || unavailableMessage.test(message));
}

export function isDeadlock(error: unknown): boolean {
  return someCause(
    error,
    (code, message) => code === "40P01" || code === "P2034" || message.includes("40P01"),
  );
}

/** Prisma stores the driver's error beside its own code. */
type PrismaMeta = { driverAdapterError?: { cause?: { originalCode?: unknown } } };

export function isUniqueViolation(error: unknown): boolean {
  return someCause(error, (code) => code === "P2002" || code === "23505");
}

function someCause(error: unknown, matches: (code: string, message: string) => boolean): boolean {
  for (const { code, errorCode, message, ...rest } of errorCauses(error)) {
    const { meta } = rest as { meta?: PrismaMeta };
    const codes = [code, errorCode, meta?.driverAdapterError?.cause?.originalCode];
    if (codes.some((one) => matches(String(one), message))) return true;
  }
  return false;
}
