import { env } from "../env.ts";

export type ModelServer = { baseURL: string; apiKey: string; model: string };

export function replyServer(): ModelServer {
  const { OPENAI_BASE_URL: baseURL, OPENAI_API_KEY: apiKey, OPENAI_REPLY_MODEL: model } = env();
  return { baseURL, apiKey, model };
}

/**
 * The model that judges reviews, at MODERATION_BASE_URL or else at OPENAI_BASE_URL. A server on another
 * origin gets its own key or none: a key is never sent to an origin that it was not configured for.
 */
export function judgeServer(): ModelServer {
  const { OPENAI_BASE_URL, OPENAI_API_KEY, MODERATION_BASE_URL, MODERATION_API_KEY } = env();
  const baseURL = MODERATION_BASE_URL ?? OPENAI_BASE_URL;
  const sharesKey = new URL(baseURL).origin === new URL(OPENAI_BASE_URL).origin;
  const apiKey = MODERATION_API_KEY ?? (sharesKey ? OPENAI_API_KEY : "none");
  return { baseURL, apiKey, model: env().OPENAI_MODERATION_MODEL };
}

/**
 * The moderation endpoint of the judging model's server. OpenAI's is free; another server may ignore the
 * name.
 */
export const moderationEndpoint = (): ModelServer => ({ ...judgeServer(), model: "omni-moderation-latest" });

/**
 * The judging model when both are on one server. A judge elsewhere may be trained only for judging; then the
 * reply model writes the summaries.
 */
export function summaryServer(): ModelServer {
  const settings = env();
  return {
    baseURL: settings.OPENAI_BASE_URL,
    apiKey: settings.OPENAI_API_KEY,
    model: settings.MODERATION_BASE_URL ? settings.OPENAI_REPLY_MODEL : settings.OPENAI_MODERATION_MODEL,
  };
}
