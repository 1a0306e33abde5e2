import "server-only";

import { setTimeout as wait } from "node:timers/promises";

import { APICallError, type LanguageModelUsage, Output, type OutputInterface, generateText } from "ai";
import type { z } from "zod";

import { env } from "../env.ts";
import type { CallPurpose, PolicyRunKind } from "../generated/prisma/enums.ts";
import { log } from "../log/log.ts";
import { processWide } from "../process-wide.ts";
import { withSpan } from "../trace/with-span.ts";
import type { ReadAnswer } from "./answer/read-object.ts";
import {
  type CallEnd,
  closeModelCall,
  leaseRenewalMs,
  openModelCall,
  renewModelCall,
} from "./model-call-data.ts";
import { type CallFailure, describeFailure } from "./failure-cause.ts";
import { observeAnsweredCall, recordAnsweredCall, recordFailedCall } from "./health/record-call.ts";
import { type ModelFailure, isRetryable, modelFailure, retryAfterMs } from "./model-failure.ts";
import { objectModel } from "./object-model.ts";
import { reasoningFor } from "./reasoning.ts";

/** Room for ten verdicts or a summary, and for the thoughts of a reasoning model. */
const maxOutputTokens = 8000;

type Question<T> = {
  purpose: CallPurpose;
  runKind?: PolicyRunKind | undefined;
  schemaName: string;
  schema: z.ZodType;
  /** Decides, because servers differ in how far they enforce `schema` and in what they wrap an answer in. */
  read: ReadAnswer<T>;
  instructions: string;
  prompt: string;
  subjectIds: string[];
  callsPerDay: number;
  signal?: AbortSignal | undefined;
};

export type NoObject = {
  ok: false;
  error: ModelFailure | "BUDGET";
  canRetry: boolean;
  retryAfterMs: number | null;
  isRefused: boolean;
};

export type Answer<T> = { ok: true; data: { object: T; model: string; callId: string } } | NoObject;

/**
 * Asks the model once for an object when a slot is free and the day's budget has a call left. The call is in
 * the ledger before it is made. The caller retries.
 * @throws when `signal` aborts it, or the ledger cannot be written
 */
export async function askForObject<T>(question: Question<T>): Promise<Answer<T>> {
  const { schema, schemaName, read, instructions, prompt, signal } = question;
  const model = objectModel(question.purpose);
  const callId = await waitForPlace({ ...question, model: model.modelId });
  if (callId === "BUDGET") return noObject("BUDGET");

  const startedAt = performance.now();
  const end: Omit<CallEnd, "durationMs"> = { ...tokensOf(), failure: null };
  const renewal = setInterval(() => void renewModelCall(callId).catch(warnAbout(callId)), leaseRenewalMs);
  const timeout = AbortSignal.timeout(env().MODEL_TOTAL_SECONDS * 1000);
  let failed: CallFailure | null = null;
  try {
    const result = await withSpan(
      "model call",
      { "sora.purpose": question.purpose, "sora.model": model.modelId },
      () =>
        generateText({
          model,
          instructions,
          prompt,
          output: asText(Output.object({ schema, name: schemaName })),
          maxOutputTokens,
          reasoning: reasoningFor(model.modelId, env().OPENAI_MODERATION_REASONING),
          maxRetries: 0,
          abortSignal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        }),
    );
    Object.assign(end, tokensOf(result.usage));
    // With any other reason the answer was cut off or filtered, even if its JSON is whole. "other" is a
    // server's own word for a natural end.
    const isWhole = result.finishReason === "stop" || result.finishReason === "other";
    const object = isWhole ? read(result.text) : null;
    if (object === null) {
      failed = unreadable(result.finishReason === "content-filter");
      end.failure = "MODEL_GARBLED";
      return noObject("MODEL_GARBLED");
    }
    return { ok: true, data: { object, model: model.modelId, callId } };
  } catch (error) {
    if (signal?.aborted) {
      end.failure = "ABORTED";
      throw signal.reason;
    }
    failed = timeout.aborted ? tooLate : describeFailure(error);
    const failure = timeout.aborted ? "MODEL_TIMEOUT" : modelFailure(error);
    end.failure = failure;
    return noObject(failure, error);
  } finally {
    clearInterval(renewal);
    const durationMs = Math.round(performance.now() - startedAt);
    if (failed) recordFailedCall(question.purpose, failed, durationMs);
    else if (end.failure === null) {
      recordAnsweredCall(question.purpose, durationMs);
      observeAnsweredCall(question.purpose, durationMs);
    }
    // A failed write does not fail the answer: the lease in the ledger expires by itself.
    await closeModelCall(callId, { ...end, durationMs }).catch(warnAbout(callId));
  }
}

/** The SDK parses only bare JSON. */
const asText = (output: OutputInterface): OutputInterface<string> => ({
  ...output,
  parseCompleteOutput: ({ text }) => Promise.resolve(text),
});

const tooLate: CallFailure = { cause: "TIMEOUT", status: null, code: null };
const unreadable = (isFiltered: boolean): CallFailure => ({
  cause: isFiltered ? "CONTENT_FILTERED" : "GARBLED",
  status: 200,
  code: null,
});

function noObject(error: ModelFailure | "BUDGET", cause?: unknown): NoObject {
  const isAnswered = error === "MODEL_GARBLED" || error === "MODEL_TIMEOUT";
  return {
    ok: false,
    error,
    canRetry: error !== "BUDGET" && (isAnswered || isRetryable(cause)),
    retryAfterMs: retryAfterMs(cause),
    isRefused: APICallError.isInstance(cause) && [400, 413, 422].includes(cause.statusCode ?? 0),
  };
}

const tokensOf = (usage?: LanguageModelUsage) => ({
  inputTokens: usage?.inputTokens,
  cachedInputTokens: usage?.inputTokenDetails.cacheReadTokens,
  outputTokens: usage?.outputTokens,
});

const warnAbout = (callId: string) => (error: unknown) =>
  log.warn("model call not recorded", { callId, error });

// Per purpose, one caller of this process polls for a slot. The others wait in memory, without a connection
// or a statement.
const lines = processWide("model-call-lines", () => new Map<CallPurpose, Promise<unknown>>());

function waitForPlace(question: Omit<Question<unknown>, "schema" | "read"> & { model: string }) {
  const { purpose, runKind, model, subjectIds, callsPerDay, signal } = question;
  const concurrency = env().MODERATION_CONCURRENCY;
  const ask = async () => {
    for (;;) {
      signal?.throwIfAborted();
      const opened = await openModelCall({ purpose, runKind, model, subjectIds, callsPerDay, concurrency });
      if (opened !== "BUSY") return opened;
      await wait(80 + Math.random() * 80);
    }
  };
  const turn = (lines.get(purpose) ?? Promise.resolve()).then(ask);
  lines.set(
    purpose,
    turn.catch(() => undefined),
  );
  return turn;
}
