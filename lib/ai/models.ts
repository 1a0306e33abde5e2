import { createOpenAI } from "@ai-sdk/openai";

import { env } from "../env.ts";
import { replyServer } from "./model-servers.ts";
import { adaptingFetch } from "./wire/adapting-fetch.ts";
import type { FastPath } from "./wire/ask-model.ts";
import { FlushTimer } from "./wire/flush-timer.ts";
import { streamFetch } from "./wire/stream-fetch.ts";

/** How long text is gathered before it travels on: a reader gets a new piece at least this often. */
const flushTimer = new FlushTimer(45);

/**
 * The model that writes replies, for one try. Chat completions, not /responses: every compatible server has them.
 * Another provider of the AI SDK takes the place of the last line; one whose `fetch` is not ours does without the fast path.
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
