import "server-only";

import { setTimeout as wait } from "node:timers/promises";

import { experimental_streamTextLowMemory as streamText, wrapLanguageModel } from "ai";

import { describeFailure } from "../ai/failure-cause.ts";
import { recordFailedCall } from "../ai/health/record-call.ts";
import { isRetryable, modelFailure, retryAfterMs } from "../ai/model-failure.ts";
import { replyModel } from "../ai/models.ts";
import { env } from "../env.ts";
import { replyInstructions, replyPrompt } from "./prompt.ts";
import type { Assignment, Settlement } from "./reply-lease.ts";
import type { ReplyFailure } from "./schema.ts";

/** Tries after the first one, as long as nothing has been said. */
const maxRetries = 2;
const backoffMs = [1000, 3000];

/** Room for a model that thinks before it speaks; the instructions ask for far less. */
const maxOutputTokens = 4000;

/** How a call ended: the model's own reason and usage if it said them, and what went wrong if something did. */
export type ModelOutcome = Pick<Settlement, "finishReason" | "usage"> & { failure?: ReplyFailure };

/**
 * Asks the model for a reply, and again while it has said nothing and another try may help. Its text goes to `say` as it
 * comes. Never rejects for the model's sake; when `signal` aborts it, the outcome has no finish reason.
 */
export async function askModel(
  { tone, name, date, body }: Assignment,
  say: (piece: string) => void,
  signal: AbortSignal,
): Promise<ModelOutcome> {
  const instructions = replyInstructions({ tone, name, body });
  const prompt = replyPrompt({ date, body });
  const deadline = performance.now() + env().MODEL_TOTAL_SECONDS * 1000;
  let hasSpoken = false;
  const onText = (piece: string) => {
    hasSpoken = true;
    say(piece);
  };

  for (let tries = 0; ; tries += 1) {
    const askedAt = performance.now();
    let ended: ModelOutcome = {};
    let error: unknown;
    try {
      // The call goes ahead of the SDK's engine, which has nothing to do before the end: put up beforehand, its streams
      // would be most of the objects that a running reply holds, and the call would wait for them.
      const model = replyModel(onText);
      const answer = await model.doStream({
        prompt: [
          { role: "system", content: instructions },
          { role: "user", content: [{ type: "text", text: prompt }] },
        ],
        maxOutputTokens,
        abortSignal: signal,
      });
      const { stream } = streamText({
        model: wrapLanguageModel({ model, middleware: { wrapStream: async () => answer } }),
        instructions,
        prompt,
        maxRetries: 0, // retried here: the SDK gives up on a stream that breaks before its first word
        abortSignal: signal,
        // The model's own end, and why. A cut connection calls neither of these: the reading below throws.
        onEnd: ({ finishReason, usage }) => {
          ended = { finishReason, usage };
        },
        onError: (event) => {
          error ??= event.error;
        },
      });
      // All that comes here are beginnings, ends and errors. Nothing that follows an error can make it good.
      for await (const part of stream) if (part.type === "error") break;
    } catch (thrown) {
      error ??= thrown;
    }

    if (error === undefined || (signal.aborted && !ended.finishReason)) return ended;
    recordFailedCall("REPLY", describeFailure(error), performance.now() - askedAt);
    const failure = modelFailure(error);
    if (hasSpoken || tries === maxRetries || !isRetryable(error)) return { ...ended, failure };
    const pauseMs = retryAfterMs(error) ?? backoffMs[tries]!;
    // Asked to come back when the reply's time is over: better said now than after two minutes of silence.
    if (performance.now() + pauseMs >= deadline) return { failure };
    await wait(pauseMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return { failure };
  }
}
