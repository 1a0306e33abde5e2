import "server-only";

import type { FailureCause } from "../ai/failure-cause.ts";
import { observeAnsweredCall, recordAnsweredCall, recordFailedCall } from "../ai/health/record-call.ts";
import type { ModelOutcome } from "../ai/wire/ask-model.ts";
import type { Ending } from "./reply-frames.ts";
import type { Settlement } from "./reply-lease.ts";

/** Failures that are known only at the end of a reply. Errors of single tries are recorded where they occur. */
const causes: Record<string, FailureCause> = {
  MODEL_TIMEOUT: "TIMEOUT",
  TOO_LONG: "TOO_LONG",
  MODEL_GARBLED: "GARBLED",
  MODEL_ONLY_THOUGHT: "GARBLED",
  MODEL_REFUSED: "CONTENT_FILTERED",
};

/** Skips a reply that was stopped or taken over: it is no evidence about the model. */
export function recordReplyCall(
  ending: Ending | null,
  outcome: ModelOutcome,
  { firstTextMs = 0, totalMs = 0 }: Pick<Settlement, "firstTextMs" | "totalMs">,
): void {
  if (ending?.status === "DONE") {
    recordAnsweredCall("REPLY", totalMs - firstTextMs);
    observeAnsweredCall("REPLY", totalMs);
  }
  if (ending?.status !== "FAILED" || outcome.failure) return;
  const cause = causes[ending.failure];
  const status = cause === "TIMEOUT" ? null : 200;
  if (cause) recordFailedCall("REPLY", { cause, status, code: ending.failure }, totalMs);
}
