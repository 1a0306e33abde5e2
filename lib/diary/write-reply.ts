import "server-only";

import { setTimeout as wait } from "node:timers/promises";

import { env } from "../env.ts";
import { describeFailure } from "../ai/failure-cause.ts";
import { recordFailedCall } from "../ai/health/record-call.ts";
import { replyServer } from "../ai/model-servers.ts";
import { replyModel } from "../ai/models.ts";
import { reasoningFor } from "../ai/reasoning.ts";
import { type ModelCall, type ModelOutcome, askModel } from "../ai/wire/ask-model.ts";
import { log } from "../log/log.ts";
import { withSpan } from "../trace/with-span.ts";
import { recordReplyCall } from "./record-reply-call.ts";
import { followLog } from "./follow-log.ts";
import { replyInstructions, replyPrompt } from "./prompt.ts";
import { restartMark } from "./reply-data.ts";
import type { Ending } from "./reply-frames.ts";
import { type Assignment, type Settlement, settleReply } from "./reply-lease.ts";
import { replyLog } from "./reply-log-writer.ts";
import { runningReplies, runningReply } from "./running-replies.ts";
import type { ReplyFailure } from "./schema.ts";

/** Room for a model that thinks before it answers. The instructions request far less. */
const maxOutputTokens = 4000;

/** Limit for a model that does not end: far above what the instructions allow. */
const maxReplyChars = 12_000;

type EndReason = "STOPPED" | "LOST" | "TIMEOUT" | "TOO_LONG";

/**
 * Writes one attempt at a reply: calls the model, sends to all watchers, logs, and completes the reply. Independent
 * of the request, which may have ended. Resolves when the reply is completed or lost.
 */
export function writeReply(assignment: Assignment): Promise<void> {
  const { replyId, attempt } = assignment;
  const running = runningReply(replyId);
  // This process may own the previous attempt: its lease expired while it was suspended.
  running.end?.abort("LOST" satisfies EndReason);
  const end = new AbortController();
  running.end = end;
  running.broadcast.isRemote = false;
  running.broadcast.beginAttempt(attempt);
  running.written = pump(assignment, end).finally(() => {
    if (running.end !== end) return;
    running.end = undefined;
    if (!running.broadcast.isRemote) runningReplies.delete(replyId);
  });
  return running.written;
}

export function stopWriting(replyId: string): void {
  runningReplies.get(replyId)?.end?.abort("STOPPED" satisfies EndReason);
}

async function pump(assignment: Assignment, end: AbortController): Promise<void> {
  const { replyId } = assignment;
  const { broadcast } = runningReply(replyId);
  const startedAt = performance.now();
  const timings: Pick<Settlement, "firstTextMs" | "totalMs"> = {};
  let pieces: string[] = [];
  let chars = 0;
  let outcome: ModelOutcome = { failure: "MODEL_UNAVAILABLE" };

  const timer = setTimeout(() => end.abort("TIMEOUT" satisfies EndReason), env().MODEL_TOTAL_SECONDS * 1000);
  const line = replyLog.open(assignment, {
    onStopRequested: () => end.abort("STOPPED" satisfies EndReason),
    onLost: () => end.abort("LOST" satisfies EndReason),
  });

  const say = (piece: string) => {
    if (end.signal.aborted) return;
    timings.firstTextMs ??= Math.round(performance.now() - startedAt);
    pieces.push(piece);
    chars += piece.length;
    broadcast.say(piece);
    line.pieces.push(piece);
    if (chars > maxReplyChars) end.abort("TOO_LONG" satisfies EndReason);
  };

  const think = () => {
    if (end.signal.aborted) return;
    pieces = [];
    chars = 0;
    delete timings.firstTextMs;
    broadcast.think();
    line.pieces.push(restartMark);
  };

  try {
    const call = modelCall(assignment, think);
    outcome = await withSpan("model call", { "sora.purpose": "REPLY", "sora.model": call.server.model }, () =>
      askModel(call, say, end.signal),
    );
  } catch (error) {
    // A defect of ours, not the model's: the text so far is still saved.
    log.error("reply failed", { replyId, error });
  } finally {
    clearTimeout(timer);
    timings.totalMs = Math.round(performance.now() - startedAt);
    await replyLog.finish(line);
    const plain = pieces.join("");
    const ending = endingOf(outcome, plain, end.signal);
    recordReplyCall(ending, outcome, timings);
    const { finishReason, usage } = outcome;
    const saved = { ...timings, text: { key: assignment.key, plain }, finishReason, usage };
    const isSettled = ending !== null && (await settleStubbornly({ ...assignment, ...ending, ...saved }));
    replyLog.release(line);
    tellEnd(assignment, isSettled ? ending : null);
  }
}

function modelCall({ tone, name, date, body }: Assignment, onThinking: () => void): ModelCall {
  const { OPENAI_REPLY_REASONING, MODEL_TOTAL_SECONDS } = env();
  const server = replyServer();
  return {
    model: replyModel,
    server,
    instructions: replyInstructions({ tone, name, body }),
    prompt: replyPrompt({ date, body }),
    maxOutputTokens,
    reasoning: reasoningFor(server.model, OPENAI_REPLY_REASONING),
    deadline: performance.now() + MODEL_TOTAL_SECONDS * 1000,
    onThinking,
    onFailedTry: (error, ms) => recordFailedCall("REPLY", describeFailure(error), ms),
  };
}

function tellEnd(assignment: Assignment, ending: Ending | null): void {
  const { broadcast } = runningReply(assignment.replyId);
  if (broadcast.attempt !== assignment.attempt) return;
  if (ending) broadcast.end(ending);
  // Another server writes it now, or it is deleted. The log shows which.
  else if (broadcast.isWatched) followLog(assignment);
  else broadcast.drop();
}

function endingOf(
  outcome: ModelOutcome,
  text: string,
  signal: AbortSignal,
): (Ending & { failure?: ReplyFailure }) | null {
  if (outcome.finishReason === undefined || outcome.failure) {
    const reason: EndReason | undefined = signal.aborted ? signal.reason : undefined;
    if (reason === "LOST") return null;
    if (reason === "STOPPED") return { status: "STOPPED" };
    if (reason === "TIMEOUT") return { status: "FAILED", failure: "MODEL_TIMEOUT" };
    if (reason === "TOO_LONG") return { status: "FAILED", failure: "TOO_LONG" };
  }
  if (outcome.failure) return { status: "FAILED", failure: outcome.failure };
  if (outcome.finishReason === "content-filter") return { status: "FAILED", failure: "MODEL_REFUSED" };
  if (outcome.hasOnlyThoughts) return { status: "FAILED", failure: "MODEL_ONLY_THOUGHT" };
  const isWhole = outcome.finishReason === "stop" || outcome.finishReason === "length";
  if (!isWhole || !text.trim()) return { status: "FAILED", failure: "MODEL_GARBLED" };
  return { status: "DONE", isCut: outcome.finishReason === "length" };
}

/**
 * Retries for a minute while the database is unreachable: no other copy of the text exists. After that the lease
 * expires and the reply is written again by the process that takes it over.
 */
async function settleStubbornly(settlement: Settlement): Promise<boolean> {
  for (let delayMs = 250; ; delayMs *= 2) {
    try {
      return await settleReply(settlement);
    } catch (error) {
      log.warn("reply not saved yet", { replyId: settlement.replyId, error });
      if (delayMs > 32_000) return false;
      await wait(delayMs);
    }
  }
}
