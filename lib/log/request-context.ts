import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

import { processWide } from "../process-wide.ts";

export const requestIdHeader = "x-request-id";

const storage = processWide(
  "request-context",
  () => new AsyncLocalStorage<{ requestId: string; response: ServerResponse }>(),
);

export const currentRequestId = (): string | undefined => storage.getStore()?.requestId;

export const currentResponse = (): ServerResponse | undefined => storage.getStore()?.response;

/**
 * Gives each request an id before Next reads it: in its headers, its response and all its records. A trusted proxy's
 * id is kept; a client's is not. Called once per process.
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
