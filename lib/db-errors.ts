import { errorCauses } from "./error-causes.ts";

/**
 * Codes of ours (DATABASE_BUSY: refused before it was begun), of Node, of PostgreSQL (57P0x: shutting down, crashed,
 * starting up; 53300: too many connections; 08xxx; 55P03: a lock was not free in time; 57014: took too long; 25P03: waited
 * too long within a transaction) and of Prisma (P2028: no transaction in time).
 */
const unavailable =
  /^(DATABASE_BUSY|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|57P0[1-5]|53300|08\w{3}|55P03|57014|25P03|P1001|P1002|P1008|P1017|P2024|P2028)$/;
const unavailableMessage =
  /timeout exceeded when trying to connect|connection terminated|Connection terminated|Query read timeout|Can't reach database/;

/** Whether an error says that the database cannot answer right now, as opposed to refusing what we asked. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return someCause(error, (code, message) => unavailable.test(code) || unavailableMessage.test(message));
}

/** Whether the database chose this transaction to give way to another: the same once more may well succeed. */
export function isDeadlock(error: unknown): boolean {
  return someCause(
    error,
    (code, message) => code === "40P01" || code === "P2034" || message.includes("40P01"),
  );
}

/** Prisma keeps what the driver said beside its own code. */
type PrismaMeta = { driverAdapterError?: { cause?: { originalCode?: unknown } } };

/** Whether a unique index refused a row: another one was there first. */
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
