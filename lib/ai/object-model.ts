import { createOpenAI } from "@ai-sdk/openai";

import type { CallPurpose } from "../generated/prisma/enums.ts";
import { wholeAnswerFetch } from "./answer/whole-answer-fetch.ts";
import { judgeServer, summaryServer } from "./model-servers.ts";

/** The model that judges or summarises, with whole answers. */
export function objectModel(purpose: CallPurpose) {
  const { baseURL, apiKey, model } = purpose === "MODERATION" ? judgeServer() : summaryServer();
  return createOpenAI({ baseURL, apiKey, fetch: wholeAnswerFetch(fetch) }).chat(model);
}
