import { APICallError } from "ai";

import { errorCauses } from "../error-causes.ts";
import { ModelTimeoutError } from "./model-fetch.ts";

/** Why a model gave no (whole) answer; a code that is stored and shown, never the server's own words. */
export type ModelFailure =
  | "MODEL_TIMEOUT"
  | "MODEL_BUSY"
  | "MODEL_UNAVAILABLE"
  | "MODEL_GARBLED"
  | "MODEL_CUT";

/** Names what went wrong with a model call, from the error that the AI SDK threw or reported. */
export function modelFailure(error: unknown): ModelFailure {
  for (const cause of errorCauses(error)) {
    if (cause instanceof ModelTimeoutError || cause.name === "TimeoutError") return "MODEL_TIMEOUT";
    if (APICallError.isInstance(cause) && cause.statusCode !== undefined && cause.statusCode !== 200) {
      return cause.statusCode === 429 ? "MODEL_BUSY" : "MODEL_UNAVAILABLE";
    }
    if ("code" in cause && connectionCut.has(String(cause.code))) return "MODEL_CUT";
    if ("code" in cause && noConnection.has(String(cause.code))) return "MODEL_UNAVAILABLE";
    if (/JSONParse|TypeValidation|InvalidResponse|NoOutput|NoContent/.test(cause.name))
      return "MODEL_GARBLED";
  }
  return "MODEL_UNAVAILABLE";
}

/** Whether another try may help: the server was busy, down or unreachable, and did not refuse the request itself. */
export function isRetryable(error: unknown): boolean {
  for (const cause of errorCauses(error)) {
    if (APICallError.isInstance(cause) && cause.statusCode !== undefined && cause.statusCode !== 200) {
      return cause.isRetryable;
    }
  }
  return modelFailure(error) === "MODEL_CUT" || modelFailure(error) === "MODEL_UNAVAILABLE";
}

/** How long the server asks to wait (`Retry-After`, seconds or a date), in milliseconds; null when it does not say. */
export function retryAfterMs(error: unknown, now = Date.now()): number | null {
  for (const cause of errorCauses(error)) {
    const value = APICallError.isInstance(cause) ? cause.responseHeaders?.["retry-after"] : undefined;
    if (!value) continue;
    const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
    if (Number.isFinite(ms)) return Math.max(0, ms);
  }
  return null;
}

const connectionCut = new Set(["ECONNRESET", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "UND_ERR_SOCKET"]);
const noConnection = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
]);
