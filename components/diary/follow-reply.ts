import type { Reply, ReplyFailure } from "@/lib/diary/schema";
import { callApi, type Day, findDay, readRefusal, type Refusal } from "./diary-api";
import { readReplyEvents } from "./read-reply-events";

/** What whoever follows a reply is told. `text` is always the whole text so far. */
export type FollowEvent =
  | { type: "found"; replyId: string; fingerprint: string | null }
  | { type: "text"; text: string }
  | { type: "live" | "lost" | "gone" | "thinking" }
  | { type: "ended"; status: "DONE"; isCut: boolean }
  | { type: "ended"; status: "STOPPED" }
  | { type: "ended"; status: "FAILED"; failure: ReplyFailure }
  | { type: "settled"; reply: Reply }
  | { type: "refused"; refusal: Refusal };

/** The server pings every 15 seconds: a line silent for longer is dead, even if nobody has said so. */
const silenceMs = 40_000;
const backoffMs = [500, 1000, 2000, 4000, 8000];

type Following = {
  day: Day;
  signal: AbortSignal;
  tell: (event: FollowEvent) => void;
  /** Resolves after so long, or sooner when there is a reason to hope (back online, page looked at again). */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
};

/**
 * Asks for a reply and follows it to its end.
 * When the answer to the question itself is lost, looks on the page whether it was heard before saying that it was not.
 */
export async function askReply(
  input: Following & { tone: "T" | "F"; knownIds: readonly string[] },
): Promise<void> {
  const { day, tone, knownIds, signal, tell } = input;
  const attempt: Attempt = { text: "", id: "" };
  const line = await open(`/api/diary/${day.date}/replies`, signal, {
    method: "POST",
    memberId: day.memberId,
    json: { tone },
  });
  if (signal.aborted) return;

  if (line.response?.ok) {
    const replyId = line.response.headers.get("x-reply-id") ?? "";
    tell({ type: "found", replyId, fingerprint: line.response.headers.get("x-reply-fingerprint") });
    if ((await listen(line, attempt, input)) === "ended") return;
    return resume({ ...input, replyId, attempt });
  }
  if (!line.response) {
    const found = await findDay(day);
    const heard =
      found.ok && found.data.replies.findLast((reply) => reply.tone === tone && !knownIds.includes(reply.id));
    if (signal.aborted) return;
    if (heard) {
      tell({ type: "found", replyId: heard.id, fingerprint: heard.fingerprint });
      return followReply({ ...input, replyId: heard.id });
    }
  }
  tell({ type: "refused", refusal: (await readRefusal(line.response)).error });
}

/** Follows a running reply to its end, coming back by itself whenever the line breaks. */
export function followReply(input: Following & { replyId: string; text?: string }): Promise<void> {
  return resume({ ...input, attempt: { text: input.text ?? "", id: "" }, isFirst: true });
}

type Attempt = { text: string; id: string };
type Outcome = "ended" | "lost" | "cut";

async function resume(
  input: Following & { replyId: string; attempt: Attempt; isFirst?: boolean },
): Promise<void> {
  const { replyId, attempt, signal, tell, wait } = input;
  let failures = 0;
  let isFirst = input.isFirst ?? false;
  while (!signal.aborted) {
    if (!isFirst) {
      tell({ type: "lost" });
      await wait(backoffMs[Math.min(failures, backoffMs.length - 1)] ?? 0, signal);
      if (signal.aborted) return;
    }
    isFirst = false;
    const outcome = await reopen(replyId, attempt, input);
    if (outcome === "ended") return;
    failures = outcome === "cut" ? 0 : failures + 1;
  }
}

async function reopen(replyId: string, attempt: Attempt, input: Following): Promise<Outcome> {
  const { signal, tell } = input;
  const line = await open(`/api/replies/${replyId}/stream`, signal);
  if (signal.aborted) return "ended";
  switch (line.response?.status) {
    case 200:
      return listen(line, attempt, input);
    case 204:
      return readEnded(replyId, input);
    case 404:
      tell({ type: "gone" });
      return "ended";
    case 401:
      tell({ type: "refused", refusal: { code: "UNAUTHENTICATED" } });
      return "ended";
    default:
      return "lost";
  }
}

/** The reply ended while nobody here was listening: its page has it whole. */
async function readEnded(replyId: string, { day, signal, tell }: Following): Promise<Outcome> {
  const found = await findDay(day);
  if (signal.aborted) return "ended";
  if (!found.ok && found.error.code !== "NOT_FOUND") return "lost";
  const reply = found.ok ? found.data.replies.find(({ id }) => id === replyId) : undefined;
  if (reply?.endedAt === null) return "lost"; // cannot be, but must not end the following
  tell(reply ? { type: "settled", reply } : { type: "gone" });
  return "ended";
}

type Line = { response: Response | null; hangUp: AbortController };

async function open(
  path: string,
  signal: AbortSignal,
  init: Parameters<typeof callApi>[1] = {},
): Promise<Line> {
  const hangUp = new AbortController();
  const isSilent = setTimeout(() => hangUp.abort(), silenceMs);
  const response = await callApi(path, { ...init, signal: AbortSignal.any([signal, hangUp.signal]) });
  clearTimeout(isSilent);
  return { response, hangUp };
}

/**
 * Reads one connection. A stream always tells its reply from the beginning, so after a break the reader already has
 * what comes first: it stays on screen, and only what goes beyond it is new. A new attempt starts with nothing.
 */
async function listen(
  { response, hangUp }: Line,
  attempt: Attempt,
  { signal, tell }: Following,
): Promise<Outcome> {
  if (!response?.body) return "lost";
  let isSilent = setTimeout(() => hangUp.abort(), silenceMs);
  let heard = "";
  let outcome: Outcome = "lost";
  const stayPatient = () => {
    clearTimeout(isSilent);
    isSilent = setTimeout(() => hangUp.abort(), silenceMs);
  };
  const say = (text: string) => tell({ type: "text", text: (attempt.text = text) });

  try {
    for await (const event of readReplyEvents(response.body, stayPatient)) {
      if (signal.aborted) return "ended";
      if (outcome === "lost") tell({ type: "live" });
      outcome = "cut";
      switch (event.type) {
        case "text-start":
          heard = "";
          if (attempt.id && attempt.id !== event.id) say("");
          attempt.id = event.id;
          break;
        case "text-delta":
          heard += event.delta;
          if (!attempt.text.startsWith(heard)) say(heard);
          break;
        case "data-thinking":
          heard = "";
          if (attempt.text) say("");
          tell({ type: "thinking" });
          break;
        case "finish":
          if (heard !== attempt.text) say(heard);
          tell({ type: "ended", status: "DONE", isCut: event.finishReason === "length" });
          return "ended";
        case "abort":
          if (heard !== attempt.text) say(heard);
          tell({ type: "ended", status: "STOPPED" });
          return "ended";
        case "error":
          tell({ type: "ended", status: "FAILED", failure: event.errorText });
          return "ended";
      }
    }
  } catch {
    // The line broke. What was heard so far stays.
  } finally {
    clearTimeout(isSilent);
  }
  return signal.aborted ? "ended" : outcome;
}
