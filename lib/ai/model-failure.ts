import { APICallError } from "ai";

import { errorCauses } from "../errors/error-causes.ts";
import { type FailureCause, describeFailure } from "./failure-cause.ts";

export type ModelFailure =
  | "MODEL_TIMEOUT"
  | "MODEL_BUSY"
  | "MODEL_UNAVAILABLE"
  | "MODEL_GARBLED"
  | "MODEL_CUT"
  | "MODEL_REFUSED"
  | "MODEL_NEEDS_REPAIR";

const failureOf: Record<FailureCause, ModelFailure> = {
  KEY_REFUSED: "MODEL_NEEDS_REPAIR",
  MODEL_UNKNOWN: "MODEL_NEEDS_REPAIR",
  WRONG_ADDRESS: "MODEL_NEEDS_REPAIR",
  NO_QUOTA: "MODEL_NEEDS_REPAIR",
  TLS: "MODEL_NEEDS_REPAIR",
  REQUEST_REFUSED: "MODEL_NEEDS_REPAIR",
  RATE_LIMITED: "MODEL_BUSY",
  SERVER_ERROR: "MODEL_UNAVAILABLE",
  UNREACHABLE: "MODEL_UNAVAILABLE",
  TIMEOUT: "MODEL_TIMEOUT",
  CUT: "MODEL_CUT",
  GARBLED: "MODEL_GARBLED",
  TOO_LONG: "MODEL_GARBLED",
  CONTENT_FILTERED: "MODEL_REFUSED",
};

export const modelFailure = (error: unknown): ModelFailure => failureOf[describeFailure(error).cause];

export function isRetryable(error: unknown): boolean {
  const { cause, status } = describeFailure(error);
  if (cause === "WRONG_ADDRESS") return status === null; // A refused connection may be a server that restarts.
  if (cause === "TIMEOUT") return status !== null; // Status 408. After our own timeout there is no time for another call.
  return retryableCauses.includes(cause);
}

const retryableCauses: readonly FailureCause[] = ["RATE_LIMITED", "SERVER_ERROR", "UNREACHABLE", "CUT"];

/** `Retry-After` (seconds or a date) in milliseconds; null when the error has none. */
export function retryAfterMs(error: unknown, now = Date.now()): number | null {
  for (const cause of errorCauses(error)) {
    const value = APICallError.isInstance(cause) ? cause.responseHeaders?.["retry-after"] : undefined;
    if (!value) continue;
    const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
    if (Number.isFinite(ms)) return Math.max(0, ms);
  }
  return null;
}
