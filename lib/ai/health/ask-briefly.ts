import "server-only";

import { type CallFailure, describeAnswer, describeFailure } from "../failure-cause.ts";
import type { ModelServer } from "../model-servers.ts";

/** A local model may have to load first. Nothing waits for this call. */
const patienceMs = 10_000;
/** Limit on what is read before `choices` appears. */
const maxBytes = 64 * 1024;

export type BriefAnswer = { ok: true; ms: number } | { ok: false; failure: CallFailure; ms: number };

/**
 * Asks a model one tiny question and disconnects at the first sign of an answer. This checks the key, the model's name and
 * the address. Sends no parameter that some servers refuse, so no limit on tokens either.
 */
export async function askBriefly(server: ModelServer, waitMs = patienceMs): Promise<BriefAnswer> {
  const startedAt = performance.now();
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(new DOMException("too slow", "TimeoutError")), waitMs);
  const ended = (failure: CallFailure | null): BriefAnswer => {
    const ms = performance.now() - startedAt;
    return failure ? { ok: false, failure, ms } : { ok: true, ms };
  };
  try {
    const response = await fetch(`${server.baseURL.replace(/\/+$/, "")}/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${server.apiKey}` },
      body: JSON.stringify({
        model: server.model,
        messages: [{ role: "user", content: "Say OK." }],
        stream: true,
      }),
      signal: end.signal,
    });
    const isOk = response.ok;
    const body = await readUntil(response, (text) => isOk && /"choices"\s*:/.test(text));
    if (isOk && /"choices"\s*:/.test(body) && !/"error"\s*:\s*[{"]/.test(body)) return ended(null);
    const headers = { "content-type": response.headers.get("content-type") ?? "" };
    return ended(
      describeAnswer({ status: response.status, headers, body: body.replace(/^\s*data:\s*/, "") }),
    );
  } catch (error) {
    return ended(describeFailure(error));
  } finally {
    clearTimeout(timer);
    end.abort();
  }
}

/** The text of a body up to where it is enough, at most 64 KB of it. */
async function readUntil(response: Response, isEnough: (text: string) => boolean): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    if (isEnough(text) || text.length > maxBytes) break;
  }
  return text;
}
