import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

import { instruments } from "../instruments.ts";
import { routeFinder } from "./route-of.ts";

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Includes requests whose client disconnected. Called once per process, at its start. */
export function countRequests(routeOf = routeFinder()): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const startedAt = performance.now();
    // Before Next rewrites it.
    const [path = "/"] = (request.url ?? "/").split("?", 1);
    const method = methods.has(request.method ?? "") ? request.method! : "other";
    response.once("close", () => {
      const route = routeOf(path);
      // 499 as in nginx: the client disconnected before the response.
      const status = response.headersSent || response.writableFinished ? String(response.statusCode) : "499";
      instruments.requests.inc({ route, method, status });
      instruments.requestSeconds.observe({ route }, (performance.now() - startedAt) / 1000);
    });
  });
}
