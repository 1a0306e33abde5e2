import { afterEach, expect, test, vi } from "vitest";
import { doneFrame, endFrame, startFrame, textFrame, textStartFrame } from "@/lib/diary/reply-frames";
import type { Reply } from "@/lib/diary/schema";
import { ReplyStream } from "./reply-stream";

const reply = (more: Partial<Reply> = {}): Reply => ({
  id: "first",
  tone: "T",
  status: "DONE",
  text: "처음 답장",
  failure: null,
  isCut: false,
  fingerprint: "of the page",
  feedback: null,
  isShared: false,
  createdAt: "2026-11-21T12:00:00.000Z",
  endedAt: "2026-11-21T12:00:09.000Z",
  ...more,
});

const open = (...replies: Reply[]) =>
  new ReplyStream({ day: { memberId: "haeun", date: "2026-11-21" }, tone: "T", replies });

const calls = { list: [] as string[] };
function answering(answer: (path: string) => Response) {
  calls.list = [];
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    calls.list.push(`${init?.method ?? "GET"} ${path}`);
    return answer(path);
  });
}
afterEach(() => void vi.unstubAllGlobals());

function written(id: string, text: string): Response {
  const frames = [
    startFrame(id),
    textStartFrame(1),
    textFrame(1, text),
    endFrame({ status: "DONE" }),
    doneFrame,
  ];
  return new Response(Uint8Array.from(frames.flatMap((frame) => [...frame])), {
    headers: { "x-reply-id": id },
  });
}

test("keeps to its tone", () => {
  const stream = open(reply(), reply({ id: "other", tone: "F" }));
  expect(stream.getSnapshot().replies.map(({ id }) => id)).toEqual(["first"]);
});

test("asks again: the earlier reply stays, the new one comes after it with its text and end", async () => {
  answering(() => written("second", "다시 쓴 답장"));
  const stream = open(reply());
  stream.ask();
  stream.ask(); // a second click
  expect(stream.getSnapshot().isAsking).toBe(true);
  await vi.waitFor(() => expect(stream.getSnapshot().replies[1]?.status).toBe("DONE"));
  expect(calls.list).toHaveLength(1);
  expect(stream.getSnapshot()).toMatchObject({ isAsking: false, isLost: false, refusal: null });
  expect(stream.getSnapshot().replies.map(({ id, text }) => [id, text])).toEqual([
    ["first", "처음 답장"],
    ["second", "다시 쓴 답장"],
  ]);
});

test("attaches to a reply that is being written, and only to such a one", async () => {
  answering(() => written("first", "처음 답장, 끝까지"));
  open(reply()).attach();
  expect(calls.list).toEqual([]);
  const stream = open(reply({ status: "STREAMING", text: "처음", endedAt: null }));
  expect(stream.text).toBe("처음");
  stream.attach();
  await vi.waitFor(() => expect(stream.getSnapshot().replies.at(-1)?.text).toBe("처음 답장, 끝까지"));
});

test("a refusal says when to come back", async () => {
  answering(() =>
    Response.json({ error: { code: "TOO_MANY_REPLIES" } }, { status: 429, headers: { "retry-after": "60" } }),
  );
  const stream = open();
  stream.ask();
  await vi.waitFor(() => expect(stream.getSnapshot().refusal?.code).toBe("TOO_MANY_REPLIES"));
  const retryAt = stream.getSnapshot().refusal?.retryAt?.getTime() ?? 0;
  expect(Math.abs(retryAt - Date.now() - 60_000)).toBeLessThan(5000);
  expect(stream.getSnapshot()).toMatchObject({ isAsking: false, replies: [] });
});

test("a thumb that could not be kept is taken back", async () => {
  answering(() => new Response(null, { status: 503 }));
  const stream = open(reply());
  const kept = stream.rate("first", "UP");
  expect(stream.getSnapshot().replies[0]?.feedback).toBe("UP");
  expect(await kept).toBe(false);
  expect(stream.getSnapshot().replies[0]?.feedback).toBeNull();
});

test("a look at the page that is older than what happened here changes nothing", () => {
  const stream = open(reply());
  const seen = stream.getSnapshot();
  stream.refresh([reply(), reply({ id: "second" })], seen);
  expect(stream.getSnapshot().replies).toHaveLength(2);
  stream.refresh([reply()], seen);
  expect(stream.getSnapshot().replies).toHaveLength(2);
});

test("who leaves hears no more", async () => {
  answering(() => written("second", "늦은 답장"));
  const stream = open();
  stream.ask();
  stream.detach();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(stream.getSnapshot()).toMatchObject({ replies: [], isAsking: false });
});

test("is shown to the team only once the server has said so, and no longer when the thumb turns", async () => {
  answering((path) => (path.endsWith("/share") ? new Response(null, { status: 503 }) : Response.json({})));
  const stream = open(reply({ feedback: "DOWN" }));
  const isShared = () => stream.getSnapshot().replies[0]?.isShared;
  expect(await stream.share("first", true)).toBe(false);
  expect(isShared()).toBe(false);

  answering(() => Response.json({}));
  const sharing = stream.share("first", true);
  expect(isShared()).toBe(false);
  expect(await sharing).toBe(true);
  expect(isShared()).toBe(true);
  await stream.rate("first", "UP");
  expect(isShared()).toBe(false);
  expect(calls.list).toEqual(["PUT /api/replies/first/share", "PUT /api/replies/first/feedback"]);
});

test("is still shown to the team when the thumb could not be turned", async () => {
  answering(() => new Response(null, { status: 503 }));
  const stream = open(reply({ feedback: "DOWN", isShared: true }));
  expect(await stream.rate("first", "UP")).toBe(false);
  expect(stream.getSnapshot().replies).toMatchObject([{ feedback: "DOWN", isShared: true }]);
});
