import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * Next answers 500 to TRACE, with a record in the log, before any page or route is asked: the Request of the Fetch standard
 * refuses to be made with that method. It becomes a request of an address where nothing is. Called once per process, at its start.
 */
export function takeTraceAsNothing() {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    if (request.method !== "TRACE") return;
    request.method = "PATCH";
    request.url = "/api/nothing";
  });
}
