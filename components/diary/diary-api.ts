import type { Entry, Feedback, Reply, Tone } from "@/lib/diary/schema";

/** The diary's HTTP calls as the browser makes them: outcomes are values, also when nobody could be reached. */

export type Refusal = { code: string; retryAfterSeconds?: number };

export type Answer<T> = { ok: true; data: T } | { ok: false; error: Refusal; entry?: Entry };

/** A call that hangs counts as one that did not arrive, so that the next try gets its turn. */
const patienceMs = 20_000;

const dayPath = (date: string) => `/api/diary/${date}`;

export async function callApi(path: string, init: RequestInit & { json?: unknown } = {}): Promise<Response | null> {
  const { json, ...rest } = init;
  try {
    return await fetch(path, {
      ...rest,
      ...(json === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(json) }),
    });
  } catch {
    return null; // offline, aborted, or the server is away
  }
}

/** What a refusing answer says. Proxies in between answer with pages of their own: then the status says it. */
export async function readRefusal(response: Response | null): Promise<{ error: Refusal; entry?: Entry }> {
  if (!response) return { error: { code: "UNREACHABLE" } };
  const body: { error?: { code?: string }; entry?: Entry } = await response.json().catch(() => ({}));
  const code = body.error?.code ?? (response.status === 401 ? "UNAUTHENTICATED" : "UNAVAILABLE");
  const retryAfterSeconds = Number(response.headers.get("retry-after"));
  return {
    error: retryAfterSeconds > 0 ? { code, retryAfterSeconds } : { code },
    ...(body.entry ? { entry: body.entry } : {}),
  };
}

async function readAnswer<T>(response: Response | null): Promise<Answer<T>> {
  if (!response?.ok) return { ok: false, ...(await readRefusal(response)) };
  try {
    return { ok: true, data: response.status === 204 ? (undefined as T) : await response.json() };
  } catch {
    return { ok: false, error: { code: "UNREACHABLE" } }; // the line broke in mid-answer
  }
}

export type SaveInput = { date: string; body: string; baseUpdatedAt: string | null; isLeaving: boolean };

export async function saveEntry({ date, body, baseUpdatedAt, isLeaving }: SaveInput): Promise<Answer<{ entry: Entry }>> {
  const response = await callApi(dayPath(date), {
    method: "PUT",
    json: { body, baseUpdatedAt },
    keepalive: isLeaving, // outlives the page
    signal: AbortSignal.timeout(patienceMs),
  });
  return readAnswer(response);
}

export async function findDay(date: string): Promise<Answer<{ entry: Entry; replies: Reply[] }>> {
  return readAnswer(await callApi(dayPath(date), { signal: AbortSignal.timeout(patienceMs) }));
}

export async function deleteDay(date: string, isLeaving = false): Promise<Answer<void>> {
  return readAnswer(await callApi(dayPath(date), { method: "DELETE", keepalive: isLeaving }));
}

export async function listDaysBefore(date: string) {
  const path = `/api/diary?before=${date}&limit=10`;
  return readAnswer<{ entries: (Entry & { tones: Tone[] })[]; nextBefore: string | null }>(await callApi(path));
}

export async function stopReply(replyId: string) {
  return readAnswer<{ id: string }>(await callApi(`/api/replies/${replyId}/stop`, { method: "POST" }));
}

export async function saveFeedback(replyId: string, feedback: Feedback) {
  const path = `/api/replies/${replyId}/feedback`;
  return readAnswer<{ id: string }>(await callApi(path, { method: "PUT", json: { feedback } }));
}
