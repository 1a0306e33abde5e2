import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * Next answers 500 to TRACE, with a record in the log, before any page or route runs: the Fetch standard's Request
 * cannot have that method. This turns it into a request for a path without a route. Called once per process, at its
 * start.
 */
export function takeTraceAsNothing() {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    if (request.method !== "TRACE") return;
    request.method = "PATCH";
    request.url = "/api/nothing";
  });
}
