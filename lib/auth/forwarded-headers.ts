import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const forwarded = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
];

/**
 * Deletes the forwarding headers of a request before Next reads them; Next then fills in the socket's address (see
 * clientAddress). Called once at process start when no proxy is trusted.
 */
export function distrustForwardedHeaders() {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    for (const name of forwarded) delete request.headers[name];
  });
}
