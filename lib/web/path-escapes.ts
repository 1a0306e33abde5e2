import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * Next answers 500 to a path with invalid escapes (`/gyms/%E0%A4`) before any page or route runs. Escaped again, it
 * is a path without a page, which gets a 404. Called once per process, at its start.
 */
export function takeBrokenEscapesAsLetters() {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const [path = ""] = request.url?.split("?", 1) ?? [];
    if (path.includes("%") && !isDecodable(path))
      request.url = path.replaceAll("%", "%25") + request.url!.slice(path.length);
  });
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
