import { APICallError } from "ai";

import { errorCauses } from "../error-causes.ts";
import { type FailureCause, describeFailure } from "./failure-cause.ts";

/** Why a model gave no (whole) answer; a code that is stored and shown, never the server's own words. */
export type ModelFailure =
  | "MODEL_TIMEOUT"
  | "MODEL_BUSY"
  | "MODEL_UNAVAILABLE"
  | "MODEL_GARBLED"
  | "MODEL_CUT"
  | "MODEL_REFUSED"
  /** Retrying is useless until somebody repairs the settings, the account or the server. */
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

/** Names what went wrong with a model call, from the error that the AI SDK threw or reported. */
export const modelFailure = (error: unknown): ModelFailure => failureOf[describeFailure(error).cause];

/** Whether another try may help: the server was busy, down or unreachable, and did not refuse the request itself. */
export function isRetryable(error: unknown): boolean {
  const { cause, status } = describeFailure(error);
  if (cause === "WRONG_ADDRESS") return status === null; // a refused connection may be a server that restarts
  if (cause === "TIMEOUT") return status !== null; // 408; our own patience is over after one call
  return retryableCauses.includes(cause);
}

const retryableCauses: readonly FailureCause[] = ["RATE_LIMITED", "SERVER_ERROR", "UNREACHABLE", "CUT"];

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
