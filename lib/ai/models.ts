import { createOpenAI } from "@ai-sdk/openai";

import { env } from "../env.ts";
import { Beat } from "./beat.ts";
import { modelFetch } from "./model-fetch.ts";

/** How long text is gathered before it travels on: a reader gets a new piece at least this often. */
const beat = new Beat(45);

/**
 * The model that writes replies, for one call. Its text goes straight to `onText`, as it comes; from the AI SDK come the end,
 * the usage and the errors. Chat completions, not /responses: every compatible server has them.
 */
export function replyModel(onText: (piece: string) => void) {
  const { OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_REPLY_MODEL, ...patience } = env();
  const provider = createOpenAI({
    baseURL: OPENAI_BASE_URL,
    apiKey: OPENAI_API_KEY,
    fetch: modelFetch({
      firstChunkMs: patience.MODEL_FIRST_CHUNK_SECONDS * 1000,
      chunkGapMs: patience.MODEL_CHUNK_GAP_SECONDS * 1000,
      onText,
      beat,
    }),
  });
  return provider.chat(OPENAI_REPLY_MODEL);
}
