import { createOpenAI } from "@ai-sdk/openai";

import { env } from "../env.ts";
import { replyServer } from "./model-servers.ts";
import { adaptingFetch } from "./wire/adapting-fetch.ts";
import type { FastPath } from "./wire/ask-model.ts";
import { FlushTimer } from "./wire/flush-timer.ts";
import { streamFetch } from "./wire/stream-fetch.ts";

/** Milliseconds that text is gathered before it is sent. A reader gets a new piece at least this often. */
const flushTimer = new FlushTimer(45);

/**
 * The reply model for one try. Chat completions and not /responses: every compatible server has them. Another
 * provider of the AI SDK may replace the last line; without our `fetch` it has no fast path.
 */
export function replyModel(fastPath: FastPath) {
  const server = replyServer();
  const patience = env();
  const fetch = streamFetch({
    fastPath,
    firstChunkMs: patience.MODEL_FIRST_CHUNK_SECONDS * 1000,
    chunkGapMs: patience.MODEL_CHUNK_GAP_SECONDS * 1000,
    timer: flushTimer,
  });
  return createOpenAI({ ...server, fetch: adaptingFetch(fetch, server) }).chat(server.model);
}
