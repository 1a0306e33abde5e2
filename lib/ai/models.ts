import { createOpenAI } from "@ai-sdk/openai";

import { env } from "../env.ts";
import { processWide } from "../process-wide.ts";
import { modelFetch } from "./model-fetch.ts";

/** How long text of one stream is gathered before it travels on: a new piece at least this often. */
const mergeMs = 45;

const provider = () =>
  processWide("model-provider", () => {
    const { OPENAI_BASE_URL, OPENAI_API_KEY, MODEL_FIRST_CHUNK_SECONDS, MODEL_CHUNK_GAP_SECONDS } = env();
    return createOpenAI({
      baseURL: OPENAI_BASE_URL,
      apiKey: OPENAI_API_KEY,
      fetch: modelFetch({
        firstChunkMs: MODEL_FIRST_CHUNK_SECONDS * 1000,
        chunkGapMs: MODEL_CHUNK_GAP_SECONDS * 1000,
        mergeMs,
      }),
    });
  });

/** The model that writes replies. Chat completions, not /responses: every compatible server has them. */
export const replyModel = () => provider().chat(env().OPENAI_REPLY_MODEL);
