import { createOpenAI } from "@ai-sdk/openai";

import { env } from "../env.ts";

/** The model that judges and summarises: whole answers, so the plain `fetch` will do. */
export function objectModel() {
  const { OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODERATION_MODEL } = env();
  return createOpenAI({ baseURL: OPENAI_BASE_URL, apiKey: OPENAI_API_KEY }).chat(OPENAI_MODERATION_MODEL);
}
