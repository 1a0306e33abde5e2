import type { ServerResponse } from "node:http";

import { isDatabaseUnavailable } from "../errors/db-errors.ts";
import { currentResponse } from "../log/request-context.ts";
import { retryHeaders } from "./retry-headers.ts";

/**
 * Next answers 500 to a page that failed. When the database is unreachable this becomes 503, which makes browsers and
 * load balancers retry. Called with each error of a request, before its status is sent.
 */
export function answerUnavailable(error: unknown) {
  const response = currentResponse();
  if (!response || response.headersSent || !isDatabaseUnavailable(error)) return;
  const { writeHead } = response;
  response.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    if (status === 500) {
      this.statusCode = 503;
      const isPage = this.req.method === "GET" && !("rsc" in this.req.headers);
      for (const [name, value] of Object.entries(retryHeaders(isPage))) this.setHeader(name, value);
    }
    const sent = status === 500 ? 503 : status;
    return (writeHead as (...args: unknown[]) => ServerResponse).call(this, sent, ...rest);
  } as typeof writeHead;
}
