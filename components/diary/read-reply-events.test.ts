import { expect, test } from "vitest";
import {
  doneFrame,
  endFrame,
  pingFrame,
  startFrame,
  textEndFrame,
  textFrame,
  textStartFrame,
} from "@/lib/diary/reply-frames";
import { type ReplyEvent, readReplyEvents } from "./read-reply-events";

const text = "**바다** 소리가 👩‍👩‍👧 들려요.\n\n- 하나\n- 둘 🌊";

function bytesOf(frames: Uint8Array[]): Uint8Array {
  return Uint8Array.from(frames.flatMap((frame) => [...frame]));
}

function streamOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
}

async function read(bytes: Uint8Array, size: number): Promise<ReplyEvent[]> {
  const events: ReplyEvent[] = [];
  for await (const event of readReplyEvents(streamOf(bytes, size))) events.push(event);
  return events;
}

const textIn = (events: ReplyEvent[]) =>
  events.map((event) => (event.type === "text-delta" ? event.delta : "")).join("");

// Cut into single UTF-16 units, so that every emoji arrives in halves.
const whole = bytesOf([
  startFrame("reply-1"),
  pingFrame,
  textStartFrame(1),
  ...text.split("").map((unit) => textFrame(1, unit)),
  textEndFrame(1),
  endFrame({ status: "DONE" }),
  doneFrame,
]);

test.each([1, 2, 3, 7, 64, 100_000])("reads the same reply from chunks of %i bytes", async (size) => {
  const events = await read(whole, size);
  expect(textIn(events)).toBe(text);
  expect(events[0]).toEqual({ type: "start", messageId: "reply-1" });
  expect(events.at(-1)).toEqual({ type: "finish" });
});

test("tells how a reply ended", async () => {
  const ends = [endFrame({ status: "STOPPED" }), endFrame({ status: "FAILED", failure: "MODEL_CUT" })];
  expect(await read(bytesOf(ends), 5)).toEqual([
    { type: "abort" },
    { type: "error", errorText: "MODEL_CUT" },
  ]);
});

test("a stream cut in mid-reply ends without an ending", async () => {
  const events = await read(whole.slice(0, whole.length - 200), 11);
  expect(events.some(({ type }) => type === "finish")).toBe(false);
  expect(text.startsWith(textIn(events))).toBe(true);
});

test("passes over what it does not know", async () => {
  const strange = new TextEncoder().encode(
    'data: {"type":"tool-call"}\n\ndata: null\n\ndata: {broken\n\nevent: x\ndata: 1\n\n',
  );
  expect(await read(strange, 4)).toEqual([]);
});

test("hears pings as signs of life", async () => {
  let beats = 0;
  for await (const event of readReplyEvents(streamOf(pingFrame, 100), () => (beats += 1)))
    expect(event).toBeNull();
  expect(beats).toBe(1);
});
