import type { Instrumentation } from "next";

import { log } from "./log.ts";
import { isReported, markReported } from "./reported-errors.ts";
import { requestIdHeader } from "./request-context.ts";

/** Writes the one record of an error that ended a page, an action or a route handler. */
export const reportRequestError: Instrumentation.onRequestError = (error, request, context) => {
  if (error instanceof Error) {
    if (isReported(error)) return;
    markReported(error);
  }
  const { digest } = (error ?? {}) as { digest?: string };
  const id = request.headers[requestIdHeader];
  log.error("request failed", {
    requestId: typeof id === "string" ? id : undefined,
    method: request.method,
    // The pattern: `/diary/[date]`. The path has dates and ids.
    route: context.routePath,
    kind: context.routeType,
    digest,
    error,
  });
};
