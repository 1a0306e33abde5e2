import { afterEach, expect, test, vi } from "vitest";
import {
  type Ending,
  doneFrame,
  endFrame,
  startFrame,
  textEndFrame,
  textFrame,
  textStartFrame,
} from "@/lib/diary/reply-frames";
import type { Reply } from "@/lib/diary/schema";
import { type FollowEvent, askReply, followReply } from "./follow-reply";

const date = "2026-11-21";
const replyId = "0a0a0a0a-0000-4000-8000-000000000001";

afterEach(() => void vi.unstubAllGlobals());

/** A connection that says these pieces of an attempt and then ends, or is cut. */
function line(
  pieces: string[],
  { attempt = 1, ending }: { attempt?: number; ending?: Ending } = {},
): Response {
  const frames: Uint8Array[] = [
    startFrame(replyId),
    textStartFrame(attempt),
    ...pieces.map((piece) => textFrame(attempt, piece)),
  ];
  if (ending) frames.push(textEndFrame(attempt), endFrame(ending), doneFrame);
  let next = 0;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const frame = frames[next++];
      if (frame) controller.enqueue(Uint8Array.from(frame));
      else if (ending) controller.close();
      else controller.error(new Error("connection reset"));
    },
  });
  return new Response(body, { headers: { "x-reply-id": replyId } });
}

const reply = (more: Partial<Reply> = {}): Reply => ({
  id: replyId,
  tone: "T",
  status: "DONE",
  text: "전부 다",
  failure: null,
  isCut: false,
  fingerprint: "of the page",
  feedback: null,
  isShared: false,
  createdAt: "2026-11-21T12:00:00.000Z",
  endedAt: "2026-11-21T12:00:09.000Z",
  ...more,
});
const day = (replies: Reply[]) => Response.json({ entry: { date, body: "글", updatedAt: "" }, replies });
const done: Ending = { status: "DONE" };

/** Answers in order; an Error is a network that fails. */
function answering(...answers: (Response | Error)[]) {
  const calls: string[] = [];
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    calls.push(`${init?.method ?? "GET"} ${path}`);
    const answer = answers.shift();
    if (answer instanceof Response) return answer;
    throw answer ?? new Error(`unexpected ${path}`);
  });
  return calls;
}

function listener() {
  const events: FollowEvent[] = [];
  const waits: number[] = [];
  const following = {
    day: { memberId: "haeun", date },
    signal: new AbortController().signal,
    tell: (event: FollowEvent) => void events.push(event),
    wait: async (ms: number) => void waits.push(ms),
  };
  const texts = () => events.flatMap((event) => (event.type === "text" ? [event.text] : []));
  return { events, waits, following, texts };
}

const ask = (following: ReturnType<typeof listener>["following"], knownIds: string[] = []) =>
  askReply({ ...following, tone: "T", knownIds });

test("asks, and tells the text as it grows and its end", async () => {
  answering(line(["안녕", "하세요"], { ending: done }));
  const { events, following, texts } = listener();
  await ask(following);
  expect(events[0]).toMatchObject({ type: "found", replyId });
  expect(texts()).toEqual(["안녕", "안녕하세요"]);
  expect(events.at(-1)).toEqual({ type: "ended", status: "DONE", isCut: false });
});

test("comes back after a cut without showing anything twice or less than before", async () => {
  const calls = answering(
    line(["하나 ", "둘 "]),
    line(["하나 "]),
    line(["하나 ", "둘 ", "셋"], { ending: done }),
  );
  const { waits, following, texts, events } = listener();
  await ask(following);
  expect(calls.slice(1)).toEqual(Array(2).fill(`GET /api/replies/${replyId}/stream`));
  expect(texts()).toEqual(["하나 ", "하나 둘 ", "하나 둘 셋"]);
  expect(events.filter(({ type }) => type === "lost")).toHaveLength(2);
  expect(waits).toEqual([500, 500]); // each line said something: hope begins anew
});

test("waits longer and longer while nobody answers", async () => {
  answering(
    line(["하나"]),
    new Error("offline"),
    new Response(null, { status: 503 }),
    line(["하나"], { ending: { status: "STOPPED" } }),
  );
  const { waits, following, events } = listener();
  await ask(following);
  expect(waits).toEqual([500, 1000, 2000]);
  expect(events.at(-1)).toEqual({ type: "ended", status: "STOPPED" });
});

test("starts over when the reply is written again from its beginning", async () => {
  answering(line(["처음 시도"]), line(["다시", " 썼어요"], { attempt: 2, ending: done }));
  const { following, texts } = listener();
  await ask(following);
  expect(texts()).toEqual(["처음 시도", "", "다시", "다시 썼어요"]);
});

test("reads an ending that happened meanwhile from the page", async () => {
  answering(line(["전부"]), new Response(null, { status: 204 }), day([reply()]));
  const { following, events } = listener();
  await ask(following);
  expect(events.at(-1)).toEqual({ type: "settled", reply: reply() });
});

test("a deleted page ends the following", async () => {
  answering(new Response(null, { status: 404 }));
  const { following, events } = listener();
  await followReply({ ...following, replyId, text: "전" });
  expect(events).toEqual([{ type: "gone" }]);
});

test("a failure of the model comes with its code, the text stays", async () => {
  answering(line(["여기까지"], { ending: { status: "FAILED", failure: "MODEL_CUT" } }));
  const { following, events, texts } = listener();
  await ask(following);
  expect(texts()).toEqual(["여기까지"]);
  expect(events.at(-1)).toEqual({ type: "ended", status: "FAILED", failure: "MODEL_CUT" });
});

test("a refusal says why and when to come back", async () => {
  const answer = Response.json(
    { error: { code: "TOO_MANY_REPLIES" } },
    { status: 429, headers: { "retry-after": "3600" } },
  );
  answering(answer);
  const { following, events } = listener();
  await ask(following);
  expect(events).toEqual([
    { type: "refused", refusal: { code: "TOO_MANY_REPLIES", retryAfterSeconds: 3600 } },
  ]);
});

test("when the answer to the question is lost, finds the reply on the page instead of asking twice", async () => {
  const calls = answering(
    new Error("reset"),
    day([reply({ id: "old" }), reply({ status: "STREAMING", endedAt: null })]),
    line(["네"], { ending: done }),
  );
  const { following, events } = listener();
  await ask(following, ["old"]);
  expect(calls.filter((call) => call.startsWith("POST"))).toHaveLength(1);
  expect(events[0]).toMatchObject({ type: "found", replyId });
});

test("says that nobody could be reached when the question was not heard", async () => {
  answering(new Error("offline"), new Error("offline"));
  const { following, events } = listener();
  await ask(following);
  expect(events).toEqual([{ type: "refused", refusal: { code: "UNREACHABLE" } }]);
});

test("an ended session ends the following and says so", async () => {
  answering(new Response(null, { status: 401 }));
  const { following, events } = listener();
  await followReply({ ...following, replyId });
  expect(events).toEqual([{ type: "refused", refusal: { code: "UNAUTHENTICATED" } }]);
});
