import "server-only";

import type { FailureCause } from "../ai/failure-cause.ts";
import { recordAnsweredCall, recordFailedCall } from "../ai/health/record-call.ts";
import type { ModelOutcome } from "../ai/wire/ask-model.ts";
import type { Ending } from "./reply-frames.ts";
import type { Settlement } from "./reply-lease.ts";

/** What only the end of a reply shows of its call. Errors are recorded where they come. */
const causes: Record<string, FailureCause> = {
  MODEL_TIMEOUT: "TIMEOUT",
  TOO_LONG: "TOO_LONG",
  MODEL_GARBLED: "GARBLED",
  MODEL_ONLY_THOUGHT: "GARBLED",
  MODEL_REFUSED: "CONTENT_FILTERED",
};

/** Notes how the call behind a reply went. A reply that was stopped, or lost to another server, says nothing of it. */
export function recordReplyCall(
  ending: Ending | null,
  outcome: ModelOutcome,
  { firstTextMs = 0, totalMs = 0 }: Pick<Settlement, "firstTextMs" | "totalMs">,
): void {
  if (ending?.status === "DONE") recordAnsweredCall("REPLY", totalMs - firstTextMs);
  if (ending?.status !== "FAILED" || outcome.failure) return;
  const cause = causes[ending.failure];
  const status = cause === "TIMEOUT" ? null : 200;
  if (cause) recordFailedCall("REPLY", { cause, status, code: ending.failure }, totalMs);
}
