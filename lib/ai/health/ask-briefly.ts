import "server-only";

import { type CallFailure, describeAnswer, describeFailure } from "../failure-cause.ts";
import type { ModelServer } from "../model-servers.ts";
import { serverTraits } from "../wire/server-traits.ts";
import { learnThoughts } from "./learn-thoughts.ts";

/** A local model may have to load first. Nothing waits for this call. */
const patienceMs = 10_000;
const maxBytes = 64 * 1024;

export type BriefAnswer = { ok: true; ms: number } | { ok: false; failure: CallFailure; ms: number };

/**
 * Asks a model one tiny question and returns at the first sign of an answer, which checks the key, the model's name
 * and the address. Sends no parameter that some servers refuse, so no limit on tokens either.
 * With `learnsThoughts`, reading continues after the return when it is not known how the model sends its thoughts.
 * Otherwise the call disconnects.
 */
export async function askBriefly(
  server: ModelServer,
  {
    waitMs = patienceMs,
    learnsThoughts = false,
  }: { waitMs?: number | undefined; learnsThoughts?: boolean } = {},
): Promise<BriefAnswer> {
  const startedAt = performance.now();
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(new DOMException("too slow", "TimeoutError")), waitMs);
  const ended = (failure: CallFailure | null): BriefAnswer => {
    const ms = performance.now() - startedAt;
    return failure ? { ok: false, failure, ms } : { ok: true, ms };
  };
  let learning: Promise<void> | undefined;
  try {
    const response = await ask(server, end.signal);
    const rest = response.body?.getReader();
    const isOk = response.ok;
    const { text, first } = await readUntil(rest, (start) => isOk && /"choices"\s*:/.test(start));
    if (isOk && /"choices"\s*:/.test(text) && !/"error"\s*:\s*[{"]/.test(text)) {
      if (rest && learnsThoughts && serverTraits(server).beginsInThought === null)
        learning = learnThoughts(server, { first, rest });
      return ended(null);
    }
    const headers = { "content-type": response.headers.get("content-type") ?? "" };
    return ended(
      describeAnswer({ status: response.status, headers, body: text.replace(/^\s*data:\s*/, "") }),
    );
  } catch (error) {
    return ended(describeFailure(error));
  } finally {
    clearTimeout(timer);
    if (learning) void learning.finally(() => end.abort());
    else end.abort();
  }
}

const ask = (server: ModelServer, signal: AbortSignal): Promise<Response> =>
  fetch(`${server.baseURL.replace(/\/+$/, "")}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${server.apiKey}` },
    body: JSON.stringify({
      model: server.model,
      messages: [{ role: "user", content: "Say OK." }],
      stream: true,
    }),
    signal,
  });

async function readUntil(
  body: ReadableStreamDefaultReader<Uint8Array> | undefined,
  isEnough: (text: string) => boolean,
): Promise<{ text: string; first: Uint8Array[] }> {
  const decoder = new TextDecoder();
  const first: Uint8Array[] = [];
  let text = "";
  while (body && !isEnough(text) && text.length <= maxBytes) {
    const { done, value } = await body.read();
    if (done) break;
    first.push(value);
    text += decoder.decode(value, { stream: true });
  }
  return { text, first };
}
