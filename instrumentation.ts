import type { Instrumentation } from "next";

/** Runs once when a server starts, before its first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServer } = await import("./lib/start-server.ts");
  await startServer();
}

/** Next calls this for each error that ends a page, an action or a route handler. */
export const onRequestError: Instrumentation.onRequestError = async (...args) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { answerUnavailable } = await import("./lib/web/unavailable-status.ts");
  answerUnavailable(args[0]);
  const { reportRequestError } = await import("./lib/log/report-request-error.ts");
  await reportRequestError(...args);
};
