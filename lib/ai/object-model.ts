import { createOpenAI } from "@ai-sdk/openai";

import type { CallPurpose } from "../generated/prisma/enums.ts";
import { judgeServer, summaryServer } from "./model-servers.ts";

/** The model that judges or summarises: whole answers, so the plain `fetch` will do. */
export function objectModel(purpose: CallPurpose) {
  const { baseURL, apiKey, model } = purpose === "MODERATION" ? judgeServer() : summaryServer();
  return createOpenAI({ baseURL, apiKey }).chat(model);
}
