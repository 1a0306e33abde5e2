import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { Beat } from "./beat.ts";
import { TextTap } from "./text-tap.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const delta = (content: string, choice: object = {}, chunk: object = {}) => {
  const choices = [{ index: 0, delta: { content, refusal: null }, finish_reason: null, ...choice }];
  return `data: ${JSON.stringify({ id: "c", choices, usage: null, ...chunk })}\n\n`;
};

function tapping() {
  const pieces: string[] = [];
  const forwarded: string[] = [];
  const order: string[] = [];
  const tap = new TextTap({
    beat: new Beat(50),
    onText: (piece) => {
      pieces.push(piece);
      order.push(piece);
    },
    forward: (event) => {
      forwarded.push(event);
      order.push("event");
    },
  });
  return { tap, pieces, forwarded, order, push: (text: string) => tap.push(Buffer.from(text)) };
}

describe("the text of a model's stream", () => {
  test("is handed on at once when it is the first", () => {
    const { push, pieces } = tapping();
    push(delta("", { delta: { role: "assistant", content: "" } }) + delta("안"));
    expect(pieces).toEqual(["안"]);
  });

  test("comes gathered after that, and none of it enters the SDK", () => {
    const { push, pieces, forwarded } = tapping();
    for (const word of ["a", "b", "c", "d"]) push(delta(word));
    expect(pieces).toEqual(["a"]);
    vi.advanceTimersByTime(50);
    push(delta("e"));
    vi.advanceTimersByTime(50);
    expect(pieces).toEqual(["a", "bcd", "e"]);
    expect(forwarded).toEqual([]);
  });

  test("comes before the end that follows it", () => {
    const { push, order, forwarded } = tapping();
    const end = 'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n';
    push(delta("a") + delta("b") + delta("c") + end + "data: [DONE]\n\n");
    expect(order).toEqual(["a", "bc", "event", "event"]);
    expect(forwarded).toEqual([end, "data: [DONE]\n\n"]);
  });

  test("is taken out of an event that says more, which is forwarded without it", () => {
    const { push, pieces, forwarded } = tapping();
    push(delta("the ") + delta("end", { finish_reason: "stop" }));
    expect(pieces).toEqual(["the ", "end"]);
    expect(JSON.parse(forwarded[0]!.slice(6)).choices[0]).toMatchObject({ finish_reason: "stop", delta: {} });
    expect(forwarded[0]).not.toContain('"content"');
  });

  test("is the same however the bytes were cut", () => {
    const words = ["오늘", "은 ", "바다", " 🌊", "를", " 봤", "다."];
    const wire = Buffer.from(`${words.map((word) => delta(word)).join("")}data: [DONE]\r\n\r\n`);
    for (const size of [1, 2, 3, 7, 64, 1000]) {
      const { tap, pieces, forwarded } = tapping();
      for (let at = 0; at < wire.length; at += size) tap.push(wire.subarray(at, at + size));
      tap.end();
      expect(pieces.join(""), `${size} bytes at a time`).toBe(words.join(""));
      expect(forwarded).toEqual(["data: [DONE]\n\n"]);
    }
  });

  test("is said to the last word when the wire is cut, and half an event is not", () => {
    const { push, tap, pieces, forwarded } = tapping();
    push(`${delta("a")}${delta("b")}data: {"cho`);
    tap.cut();
    expect(pieces).toEqual(["a", "b"]);
    expect(forwarded).toEqual([]);
  });
});

describe("what is not text", () => {
  test.each([
    ["a broken event", "data: {oops\n\n"],
    ["a tool call", 'data: {"choices":[{"delta":{"tool_calls":[{}]}}]}\n\n'],
    ["an error event", 'data: {"error":{"message":"overloaded"}}\n\n'],
    ["usage", 'data: {"choices":[],"usage":{"total_tokens":3}}\n\n'],
    ["reasoning", 'data: {"choices":[{"delta":{"content":null,"reasoning_content":"hm"}}]}\n\n'],
    ["a comment", ": keep-alive\n\n"],
  ])("enters the SDK as it came: %s", (_, event) => {
    const { push, forwarded, pieces } = tapping();
    push(event);
    expect(forwarded).toEqual([event]);
    expect(pieces).toEqual([]);
  });

  test("half an event at the end is for the SDK to judge", () => {
    const { push, tap, forwarded } = tapping();
    push('data: {"cho');
    tap.end();
    expect(forwarded).toEqual(['data: {"cho']);
  });
});
