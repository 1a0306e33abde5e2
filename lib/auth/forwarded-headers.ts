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
 * Forgets what a client claims about its own address, before Next reads it. Called once per process, at its
 * start, when no proxy is trusted: Next then fills in the address of the socket (see clientAddress).
 */
export function distrustForwardedHeaders() {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    for (const name of forwarded) delete request.headers[name];
  });
}
