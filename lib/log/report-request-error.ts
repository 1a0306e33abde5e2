import type { Instrumentation } from "next";

import { log } from "./log.ts";
import { isReported, markReported } from "./reported-errors.ts";
import { requestIdHeader } from "./request-context.ts";

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
