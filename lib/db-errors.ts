import { errorCauses } from "./error-causes.ts";

/** Codes of Node, PostgreSQL (57P0x: shutting down, crashed, starting up; 53300: too many connections; 08xxx) and Prisma. */
const away =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|57P0[1-5]|53300|08\w{3}|P1001|P1002|P1008|P1017|P2024)$/;
const awayMessage =
  /timeout exceeded when trying to connect|connection terminated|Connection terminated|Can't reach database/;

/** Whether an error says that the database cannot be reached right now, as opposed to refusing what we asked. */
export function isDatabaseAway(error: unknown): boolean {
  return someCause(error, (code, message) => away.test(code) || awayMessage.test(message));
}

/** Whether the database chose this transaction to give way to another: the same once more may well succeed. */
export function isDeadlock(error: unknown): boolean {
  return someCause(
    error,
    (code, message) => code === "40P01" || code === "P2034" || message.includes("40P01"),
  );
}

function someCause(error: unknown, matches: (code: string, message: string) => boolean): boolean {
  for (const { code, errorCode, message } of errorCauses(error)) {
    if (matches(String(code ?? errorCode), message) || matches(String(errorCode), message)) return true;
  }
  return false;
}
