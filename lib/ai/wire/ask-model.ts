import "server-only";

import { setTimeout as wait } from "node:timers/promises";

import type { LanguageModel } from "ai";

import { type ModelFailure, isRetryable, modelFailure, retryAfterMs } from "../model-failure.ts";
import type { ModelServer } from "../model-servers.ts";
import { readFinishReason } from "./finish-reason.ts";
import { serverTraits } from "./server-traits.ts";
import { ThoughtFilter } from "./thought-filter.ts";

const maxRetries = 2;
const backoffMs = [1000, 3000];

/**
 * Lets a provider that uses our `fetch` deliver text and signs of thinking directly, in the order of the wire. The
 * rest comes through the SDK's stream. A provider without the fast path ignores it.
 */
export type FastPath = { onText: (piece: string) => void; onThinking: () => void };

type ProviderModel = Extract<LanguageModel, { specificationVersion: "v4" }>;
type ProviderCall = Parameters<ProviderModel["doStream"]>[0];
type ProviderStream = Awaited<ReturnType<ProviderModel["doStream"]>>["stream"];
type ProviderEnd = Extract<
  ProviderStream extends ReadableStream<infer Part> ? Part : never,
  { type: "finish" }
>;
type FinishReason = ProviderEnd["finishReason"]["unified"];

export type ModelCall = {
  model: (fastPath: FastPath) => ProviderModel;
  server: Pick<ModelServer, "baseURL" | "model">;
  instructions: string;
  prompt: string;
  maxOutputTokens: number;
  reasoning?: ProviderCall["reasoning"];
  /** Tries begin only before this, in the time of `performance.now()`. */
  deadline: number;
  onThinking: () => void;
  onFailedTry: (error: unknown, ms: number) => void;
};

/**
 * `finishReason` and `usage` come from the model. Without a finish reason the call was aborted, or `failure`
 * has the cause. Only `stop` and `length` end a whole text.
 */
export type ModelOutcome = {
  finishReason?: FinishReason;
  usage?: { inputTokens: number | undefined; outputTokens: number | undefined };
  failure?: ModelFailure;
  hasOnlyThoughts?: boolean;
};

/**
 * Asks the model, and retries while no text has arrived and a retry may help. `onText` gets the text without
 * thoughts, from both paths: a provider delivers each text either by the fast path or in its stream.
 * Never rejects because of the model. When `signal` aborts it, an earlier finish reason is kept.
 */
export async function askModel(
  call: ModelCall,
  onText: (piece: string) => void,
  signal: AbortSignal,
): Promise<ModelOutcome> {
  for (let tries = 0; ; tries += 1) {
    const askedAt = performance.now();
    const { outcome, error, hasText } = await askOnce(call, onText, signal);
    if (error === undefined || (signal.aborted && !outcome.finishReason)) return outcome;
    call.onFailedTry(error, performance.now() - askedAt);
    const failure = modelFailure(error);
    if (hasText || tries === maxRetries || !isRetryable(error)) return { ...outcome, failure };
    const pauseMs = retryAfterMs(error) ?? backoffMs[tries]!;
    if (performance.now() + pauseMs >= call.deadline) return { failure };
    await wait(pauseMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return { failure };
  }
}

type Try = { outcome: ModelOutcome; error: unknown; hasText: boolean };

/**
 * Calls the provider by its published interface and not by `streamText`: that engine would stay alive for the
 * whole reply and only pass on the provider's parts (docs/decisions/0004).
 */
async function askOnce(call: ModelCall, onText: (piece: string) => void, signal: AbortSignal): Promise<Try> {
  const { instructions, prompt, maxOutputTokens, reasoning } = call;
  const text = new ReplyText(call, onText);
  const outcome: ModelOutcome = {};
  let error: unknown;
  try {
    const { stream } = await call.model(text).doStream({
      prompt: [
        { role: "system", content: instructions },
        { role: "user", content: [{ type: "text", text: prompt }] },
      ],
      maxOutputTokens,
      ...(reasoning && { reasoning }),
      abortSignal: signal,
    });
    for await (const part of stream) {
      if (part.type === "text-delta") text.onText(part.delta);
      else if (part.type === "reasoning-delta" || part.type === "reasoning-start") text.onThinking();
      else if (part.type === "finish") Object.assign(outcome, endOf(part));
      else if (part.type === "error") throw part.error;
    }
  } catch (thrown) {
    error = thrown ?? new Error("the model failed without a reason");
  }
  text.end();
  outcome.hasOnlyThoughts = text.hasThoughts && !text.hasText;
  return { outcome, error, hasText: text.hasText };
}

const endOf = ({ finishReason: { unified, raw }, usage }: ProviderEnd): ModelOutcome => ({
  finishReason: meaningOf(unified, raw),
  usage: { inputTokens: usage.inputTokens.total, outputTokens: usage.outputTokens.total },
});

/** The SDK knows OpenAI's reasons only. A server's own word for a natural end is `other`. */
function meaningOf(finishReason: FinishReason, raw: string | undefined): FinishReason {
  if (finishReason !== "other") return finishReason;
  const reason = readFinishReason(raw);
  if (reason === "content_filter") return "content-filter";
  if (reason === "tool_calls") return "tool-calls";
  return reason ?? finishReason;
}

/**
 * Models that may omit the opening tag of their thoughts. After the first reply, the server's traits decide.
 */
const thinkingModel = /(?:^|[-_/:.])(?:r1|qwq|thinking|reasoner|reasoning|magistral)(?:$|[-_/:.])/i;

class ReplyText implements FastPath {
  hasText = false;
  hasThoughts = false;
  readonly #call: ModelCall;
  readonly #traits: ReturnType<typeof serverTraits>;
  readonly #filter: ThoughtFilter;

  constructor(call: ModelCall, onText: (piece: string) => void) {
    this.#call = call;
    this.#traits = serverTraits(call.server);
    const sink = {
      onText: (piece: string) => {
        this.hasText = true;
        onText(piece);
      },
      onThinking: () => this.#think(false),
      onRetract: () => this.#think(true),
    };
    const mayBeginInThought = this.#traits.beginsInThought ?? thinkingModel.test(call.server.model);
    this.#filter = new ThoughtFilter(sink, { mayBeginInThought });
  }

  readonly onText = (piece: string): void => this.#filter.push(piece);

  readonly onThinking = (): void => {
    this.#filter.trustText(); // Thoughts in a separate field are not in the text.
    this.#think(false);
  };

  end(): void {
    this.#filter.end();
    if (this.#filter.sawBareThought) this.#traits.beginsInThought = true;
    else if (this.hasText) this.#traits.beginsInThought ??= false;
  }

  #think(isRetraction: boolean): void {
    const isNews = isRetraction || (!this.hasThoughts && !this.hasText);
    this.hasThoughts = true;
    if (isRetraction) this.hasText = false;
    if (isNews) this.#call.onThinking();
  }
}
