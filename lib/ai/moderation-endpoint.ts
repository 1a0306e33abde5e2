import "server-only";

import { z } from "zod";

import { env } from "../env.ts";
import { errorName } from "../error-name.ts";
import { processWide } from "../process-wide.ts";
import { judgeServer } from "./model-servers.ts";

/** OpenAI's own, which it gives for free. A server elsewhere that knows the path may ignore the name. */
const endpointModel = "omni-moderation-latest";
const timeoutMs = 10_000;

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

/** What the endpoint says of a text: the likeliest of the categories that it flags, or that it flags none. */
export type EndpointAnswer =
  | { ok: true; flagged: { category: string; score: number } | null }
  | { ok: false; error: "OFF" | "FAILED" };

const state = processWide("moderation-endpoint", () => ({ hasWarned: false }));

/** Whether the provider's moderation endpoint is asked: by default that of api.openai.com only, which has one for free. */
export function usesModerationEndpoint(): boolean {
  const { MODERATION_ENDPOINT } = env();
  if (MODERATION_ENDPOINT !== "auto") return MODERATION_ENDPOINT === "on";
  return new URL(judgeServer().baseURL).hostname === "api.openai.com";
}

/**
 * Asks the moderation endpoint of the judging model's server about one text, once. Without an answer in 10 s, or with one
 * that is none, it has failed: said in the log once, until it answers again.
 * @throws when `signal` aborts it
 */
export async function askModerationEndpoint(text: string, signal?: AbortSignal): Promise<EndpointAnswer> {
  if (!usesModerationEndpoint()) return { ok: false, error: "OFF" };
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const { results } = await post(text, signal ? AbortSignal.any([signal, timeout]) : timeout);
    state.hasWarned = false;
    const { flagged, categories, category_scores: scores } = results[0]!;
    if (!flagged) return { ok: true, flagged: null };
    const [likeliest] = Object.keys(categories)
      .filter((category) => categories[category])
      .map((category) => ({ category, score: scores[category] ?? 1 }))
      .toSorted((one, other) => other.score - one.score);
    return { ok: true, flagged: likeliest ?? { category: "flagged", score: 1 } };
  } catch (error) {
    signal?.throwIfAborted();
    if (!state.hasWarned) {
      const { host } = new URL(judgeServer().baseURL);
      console.warn(
        `moderation endpoint of ${host}: ${errorName(error)}; approvals rest on the classifier's consent`,
      );
    }
    state.hasWarned = true;
    return { ok: false, error: "FAILED" };
  }
}

class EndpointStatusError extends Error {
  readonly code: string;
  constructor(status: number) {
    super("the moderation endpoint refused");
    this.code = `HTTP ${status}`;
  }
}

async function post(input: string, signal: AbortSignal) {
  const { baseURL, apiKey } = judgeServer();
  const response = await fetch(`${baseURL.replace(/\/$/, "")}/moderations`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ model: endpointModel, input }),
    signal,
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new EndpointStatusError(response.status);
  }
  return answerSchema.parse(await response.json());
}
