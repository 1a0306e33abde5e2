import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

const yearSeconds = 31_536_000;

/**
 * Gives every answer of this process the headers that are the same for pages, their pieces, calls and files: before Next
 * reads the request, since parts of it pass neither proxy.ts nor a route of ours. Called once per process, at its start.
 *
 * HSTS is for as long as browsers reach Sora by https: it says nothing about subdomains, which may be others' to speak for.
 */
export function setHeadersOfAllAnswers({ publicUrl }: { publicUrl?: string | undefined }): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    response.setHeader("x-content-type-options", "nosniff");
    const reachedBy = publicUrl ?? request.headers["x-forwarded-proto"] ?? "";
    if (String(reachedBy).startsWith("https"))
      response.setHeader("strict-transport-security", `max-age=${yearSeconds}`);
  });
}
