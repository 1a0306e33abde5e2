import "server-only";

import { z } from "zod";

import { textAtMost } from "./text-at-most.ts";
import { env } from "../env.ts";
import { type CallFailure, describeAnswer, describeFailure } from "./failure-cause.ts";
import { observeAnsweredCall, recordAnsweredCall, recordFailedCall } from "./health/record-call.ts";
import { judgeServer, moderationEndpoint } from "./model-servers.ts";

const timeoutMs = 10_000;
const maxErrorChars = 20_000;
const maxAnswerBytes = 100_000;

const answerSchema = z.object({
  results: z
    .array(
      z.object({
        flagged: z.boolean(),
        categories: z.record(z.string(), z.boolean().nullable()),
        category_scores: z.record(z.string(), z.number().nullable()),
      }),
    )
    .min(1),
});

export type EndpointAnswer =
  | { ok: true; flagged: { category: string; score: number } | null }
  | { ok: false; error: "OFF" | "FAILED" };

/** By default only for api.openai.com, where the endpoint is free. */
export function usesModerationEndpoint(): boolean {
  const { MODERATION_ENDPOINT } = env();
  if (MODERATION_ENDPOINT !== "auto") return MODERATION_ENDPOINT === "on";
  return new URL(judgeServer().baseURL).hostname === "api.openai.com";
}

/**
 * Sends one text to the moderation endpoint of the judging model's server, once. No valid answer in 10 s is a
 * failure: it is recorded like any failed call, and the classifier alone decides about approvals.
 * @throws when `signal` aborts it
 */
export async function askModerationEndpoint(text: string, signal?: AbortSignal): Promise<EndpointAnswer> {
  if (!usesModerationEndpoint()) return { ok: false, error: "OFF" };
  const timeout = AbortSignal.timeout(timeoutMs);
  const startedAt = performance.now();
  try {
    const { results } = await post(text, signal ? AbortSignal.any([signal, timeout]) : timeout);
    recordAnsweredCall("VETO", performance.now() - startedAt);
    observeAnsweredCall("VETO", performance.now() - startedAt);
    const { flagged, categories, category_scores: scores } = results[0]!;
    if (!flagged) return { ok: true, flagged: null };
    const [likeliest] = Object.keys(categories)
      .filter((category) => categories[category])
      .map((category) => ({ category, score: scores[category] ?? 1 }))
      .toSorted((one, other) => other.score - one.score);
    return { ok: true, flagged: likeliest ?? { category: "flagged", score: 1 } };
  } catch (error) {
    signal?.throwIfAborted();
    const failure = error instanceof RefusedError ? error.failure : describeFailure(error);
    recordFailedCall("VETO", failure, performance.now() - startedAt);
    return { ok: false, error: "FAILED" };
  }
}

class RefusedError extends Error {
  readonly failure: CallFailure;
  constructor(failure: CallFailure) {
    super("the moderation endpoint refused");
    this.failure = failure;
  }
}

async function post(input: string, signal: AbortSignal) {
  const { baseURL, apiKey, model } = moderationEndpoint();
  const response = await fetch(`${baseURL.replace(/\/$/, "")}/moderations`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ model, input }),
    signal,
  });
  if (!response.ok) {
    const headers = { "content-type": response.headers.get("content-type") ?? "" };
    const body = await textAtMost(response, maxErrorChars);
    throw new RefusedError(describeAnswer({ status: response.status, headers, body }));
  }
  return answerSchema.parse(JSON.parse(await textAtMost(response, maxAnswerBytes)));
}
