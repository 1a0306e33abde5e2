import { noteBuildOf } from "@/components/update/server-build";
import { memberHeader } from "@/lib/auth/member-header";
import type { DaySummary, Entry, Feedback, Reply } from "@/lib/diary/schema";

/** The diary's HTTP calls as the browser makes them: outcomes are values, also when nobody could be reached. */

export type Refusal = { code: string; retryAfterSeconds?: number };

export type Answer<T> = { ok: true; data: T } | { ok: false; error: Refusal; entry?: Entry };

/** A call that hangs counts as one that did not arrive, so that the next try gets its turn. */
const patienceMs = 20_000;

/** A day of one member's diary. */
export type Day = { memberId: string; date: string };

export const dayPath = ({ date }: Day) => `/api/diary/${date}`;

type CallInit = RequestInit & {
  json?: unknown;
  /** Whose day it is. Someone else may have signed in from another tab: then nothing is read, written or deleted. */
  memberId?: string;
};

export async function callApi(path: string, init: CallInit = {}): Promise<Response | null> {
  const { json, memberId, ...rest } = init;
  try {
    const response = await fetch(path, {
      ...rest,
      headers: {
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...(memberId === undefined ? {} : { [memberHeader]: memberId }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    return noteBuildOf(response);
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

type SaveInput = { body: string; baseUpdatedAt: string | null; isLeaving: boolean };

export async function saveEntry(day: Day, input: SaveInput): Promise<Answer<{ entry: Entry }>> {
  const { body, baseUpdatedAt, isLeaving } = input;
  const response = await callApi(dayPath(day), {
    method: "PUT",
    memberId: day.memberId,
    json: { body, baseUpdatedAt },
    keepalive: isLeaving, // outlives the page
    signal: AbortSignal.timeout(patienceMs),
  });
  return readAnswer(response);
}

export async function findDay(day: Day): Promise<Answer<{ entry: Entry; replies: Reply[] }>> {
  const { memberId } = day;
  return readAnswer(await callApi(dayPath(day), { memberId, signal: AbortSignal.timeout(patienceMs) }));
}

export async function deleteDay(day: Day, isLeaving = false): Promise<Answer<void>> {
  const { memberId } = day;
  return readAnswer(await callApi(dayPath(day), { method: "DELETE", memberId, keepalive: isLeaving }));
}

export async function listDaysOf(month: string) {
  return readAnswer<{ days: DaySummary[] }>(await callApi(`/api/diary/months/${month}`));
}

export async function stopReply(replyId: string) {
  return readAnswer<{ id: string }>(await callApi(`/api/replies/${replyId}/stop`, { method: "POST" }));
}

export async function saveFeedback(replyId: string, feedback: Feedback) {
  const path = `/api/replies/${replyId}/feedback`;
  return readAnswer<{ id: string }>(await callApi(path, { method: "PUT", json: { feedback } }));
}

export async function saveShared(replyId: string, isShared: boolean) {
  const path = `/api/replies/${replyId}/share`;
  return readAnswer<{ id: string }>(await callApi(path, { method: isShared ? "PUT" : "DELETE" }));
}
