/** Codes of Node, PostgreSQL (57P0x: shutting down, crashed, starting up; 53300: too many connections; 08xxx) and Prisma. */
const away =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|57P0[1-5]|53300|08\w{3}|P1001|P1002|P1008|P1017|P2024)$/;
const awayMessage =
  /timeout exceeded when trying to connect|connection terminated|Connection terminated|Can't reach database/;

/** Whether an error says that the database cannot be reached right now, as opposed to refusing what we asked. */
export function isDatabaseAway(error: unknown): boolean {
  let cause = error;
  for (let depth = 0; cause instanceof Error && depth < 5; depth += 1) {
    const { code, errorCode } = cause as { code?: unknown; errorCode?: unknown };
    if (away.test(String(code)) || away.test(String(errorCode)) || awayMessage.test(cause.message))
      return true;
    cause = cause.cause;
  }
  return false;
}
