import { env } from "../env.ts";

/** A model on an OpenAI-compatible server. */
export type ModelServer = { baseURL: string; apiKey: string; model: string };

/** The model that writes replies. */
export function replyServer(): ModelServer {
  const { OPENAI_BASE_URL: baseURL, OPENAI_API_KEY: apiKey, OPENAI_REPLY_MODEL: model } = env();
  return { baseURL, apiKey, model };
}

/**
 * The model that judges reviews. It is at OPENAI_BASE_URL unless it has an address of its own. There it gets its own key
 * or none: a key never travels to an origin that it was not given for.
 */
export function judgeServer(): ModelServer {
  const { OPENAI_BASE_URL, OPENAI_API_KEY, MODERATION_BASE_URL, MODERATION_API_KEY } = env();
  const baseURL = MODERATION_BASE_URL ?? OPENAI_BASE_URL;
  const sharesKey = new URL(baseURL).origin === new URL(OPENAI_BASE_URL).origin;
  const apiKey = MODERATION_API_KEY ?? (sharesKey ? OPENAI_API_KEY : "none");
  return { baseURL, apiKey, model: env().OPENAI_MODERATION_MODEL };
}

/** The moderation endpoint beside the judging model. OpenAI's own is free; a server elsewhere may ignore the name. */
export const moderationEndpoint = (): ModelServer => ({ ...judgeServer(), model: "omni-moderation-latest" });

/**
 * The model that sums reviews up: the judging model where both are on one server. A judge elsewhere may be trained for
 * nothing but judging; then the model that writes replies does it.
 */
export function summaryServer(): ModelServer {
  const settings = env();
  return {
    baseURL: settings.OPENAI_BASE_URL,
    apiKey: settings.OPENAI_API_KEY,
    model: settings.MODERATION_BASE_URL ? settings.OPENAI_REPLY_MODEL : settings.OPENAI_MODERATION_MODEL,
  };
}
