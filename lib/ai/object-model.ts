import { createOpenAI } from "@ai-sdk/openai";

import type { CallPurpose } from "../generated/prisma/enums.ts";
import { wholeAnswerFetch } from "./answer/whole-answer-fetch.ts";
import { judgeServer, summaryServer } from "./model-servers.ts";
import { adaptingFetch } from "./wire/adapting-fetch.ts";

export function objectModel(purpose: CallPurpose) {
  const server = purpose === "MODERATION" ? judgeServer() : summaryServer();
  return createOpenAI({ ...server, fetch: wholeAnswerFetch(adaptingFetch(fetch, server)) }).chat(
    server.model,
  );
}
