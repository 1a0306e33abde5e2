import "server-only";

import { setTimeout as wait } from "node:timers/promises";

import type { LanguageModel } from "ai";

import { type ModelFailure, isRetryable, modelFailure, retryAfterMs } from "../model-failure.ts";
import type { ModelServer } from "../model-servers.ts";
import { readFinishReason } from "./finish-reason.ts";
import { serverTraits } from "./server-traits.ts";
import { ThoughtFilter } from "./thought-filter.ts";

/** Tries after the first one, as long as nothing has been said. */
const maxRetries = 2;
const backoffMs = [1000, 3000];

/**
 * Where a provider whose `fetch` is ours may deliver text and signs of thinking directly, in the order of the wire. Whatever it
 * does not deliver here comes through the SDK's stream.
 */
export type FastPath = { onText: (piece: string) => void; onThinking: () => void };

/** A model of any provider of the AI SDK. */
type ProviderModel = Extract<LanguageModel, { specificationVersion: "v4" }>;
type ProviderCall = Parameters<ProviderModel["doStream"]>[0];
type ProviderStream = Awaited<ReturnType<ProviderModel["doStream"]>>["stream"];
type ProviderEnd = Extract<
  ProviderStream extends ReadableStream<infer Part> ? Part : never,
  { type: "finish" }
>;
type FinishReason = ProviderEnd["finishReason"]["unified"];

export type ModelCall = {
  /** The provider's model for one try. A provider without the fast path ignores the argument. */
  model: (fastPath: FastPath) => ProviderModel;
  /** Whose habits are remembered. */
  server: Pick<ModelServer, "baseURL" | "model">;
  instructions: string;
  prompt: string;
  maxOutputTokens: number;
  reasoning?: ProviderCall["reasoning"];
  /** No try begins later than this, in the time of `performance.now()`. */
  deadline: number;
  /** The model thinks. What it said so far was thought too: it is void. */
  onThinking: () => void;
  /** A try failed, after `ms`; another one may follow. */
  onFailedTry: (error: unknown, ms: number) => void;
};

/**
 * How a call ended. `finishReason` and `usage` are the model's own words; without a finish reason it was aborted, or
 * `failure` names what went wrong. Only `stop` and `length` are the end of a whole text.
 */
export type ModelOutcome = {
  finishReason?: FinishReason;
  usage?: { inputTokens: number | undefined; outputTokens: number | undefined };
  failure?: ModelFailure;
  /** It thought, and wrote nothing. */
  hasOnlyThoughts?: boolean;
};

/**
 * Asks the model, and asks again while it has said nothing and another try may help. Its text goes to `onText` as it comes,
 * without its thoughts. Every text that arrives goes there, by whichever path: what the fast path delivers is not in the
 * provider's stream, and what is in that stream was not delivered.
 *
 * Never rejects for the model's sake. Aborted by `signal`, it keeps a finish reason that came before.
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
    // Asked to come back when the reply's time is over: better to fail now than after two minutes of silence.
    if (performance.now() + pauseMs >= call.deadline) return { failure };
    await wait(pauseMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return { failure };
  }
}

type Try = { outcome: ModelOutcome; error: unknown; hasText: boolean };

/**
 * One call, read to the provider's own end. The provider is called by its published interface and not through `streamText`,
 * whose engine would be there for the whole reply and only pass on what the provider says (docs/decisions/0004).
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
      else if (part.type === "error") throw part.error; // nothing that follows an error can make it good
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

/** The SDK knows OpenAI's reasons; a server's own word for a natural end is `other` there. */
function meaningOf(finishReason: FinishReason, raw: string | undefined): FinishReason {
  if (finishReason !== "other") return finishReason;
  const reason = readFinishReason(raw);
  if (reason === "content_filter") return "content-filter";
  if (reason === "tool_calls") return "tool-calls";
  return reason ?? finishReason;
}

/** Models that may leave out the opening tag of their thoughts: how a server sends them is known after the first reply. */
const thinkingModel = /(?:^|[-_/:.])(?:r1|qwq|thinking|reasoner|reasoning|magistral)(?:$|[-_/:.])/i;

/** What the model has written in one try, by both paths, without its thoughts. */
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
    this.#filter.trustText(); // thoughts that have a field of their own are not in the text
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
