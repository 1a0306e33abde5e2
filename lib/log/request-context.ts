import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

import { processWide } from "../process-wide.ts";

export const requestIdHeader = "x-request-id";

const storage = processWide(
  "request-context",
  () => new AsyncLocalStorage<{ requestId: string; response: ServerResponse }>(),
);

/** The id of the request that the current code runs for, if there is one. */
export const currentRequestId = (): string | undefined => storage.getStore()?.requestId;

/** The answer to the request that the current code runs for, if there is one. */
export const currentResponse = (): ServerResponse | undefined => storage.getStore()?.response;

/**
 * Gives each request of this process an id, before Next reads the request: in its headers, in its answer and in every
 * record about it. A proxy's own id is kept when proxies are trusted; a client's is not. Called once per process.
 */
export function identifyRequests({ isProxyTrusted }: { isProxyTrusted: boolean }): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const given = request.headers[requestIdHeader];
    const isKept = isProxyTrusted && typeof given === "string" && /^[\w.:-]{8,128}$/.test(given);
    const requestId = isKept ? given : crypto.randomUUID();
    request.headers[requestIdHeader] = requestId;
    response.setHeader(requestIdHeader, requestId);
    // Lasts until the request's callbacks end: the parser restores its own context for the next one.
    storage.enterWith({ requestId, response });
  });
}
