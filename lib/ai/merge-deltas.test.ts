import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { DeltaMerger } from "./merge-deltas.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const delta = (content: string, more: object = {}) =>
  `data: ${JSON.stringify({ id: "c", choices: [{ index: 0, delta: { content }, finish_reason: null }], usage: null, ...more })}\n\n`;

function merging(holdMs = 50) {
  const sent: string[] = [];
  const merger = new DeltaMerger((text) => sent.push(text), holdMs);
  const push = (text: string) => merger.push(Buffer.from(text));
  const texts = () =>
    sent
      .join("")
      .split("\n\n")
      .filter((event) => event.startsWith("data: {"))
      .map((event) => JSON.parse(event.slice(6)).choices?.[0]?.delta?.content as string);
  return { sent, merger, push, texts };
}

describe("merging deltas", () => {
  test("never holds the first text back", () => {
    const { push, texts } = merging();
    push(delta("안"));
    expect(texts()).toEqual(["안"]);
  });

  test("sends what comes within the window as one event", () => {
    const { push, texts } = merging();
    for (const word of ["a", "b", "c", "d"]) push(delta(word));
    expect(texts()).toEqual(["a"]);
    vi.advanceTimersByTime(50);
    expect(texts()).toEqual(["a", "bcd"]);
  });

  test("keeps the order around anything that is not plain text", () => {
    const { push, sent } = merging();
    const end = 'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n';
    push(delta("a") + delta("b") + delta("c") + end + "data: [DONE]\n\n");
    expect(sent.slice(2)).toEqual([end, "data: [DONE]\n\n"]);
    expect(sent[1]).toContain('"content":"bc"');
  });

  test.each([
    ["a broken event", "data: {oops\n\n"],
    ["a tool call", 'data: {"choices":[{"delta":{"content":"x","tool_calls":[{}]}}]}\n\n'],
    ["an error event", 'data: {"error":{"message":"overloaded"}}\n\n'],
    ["usage", 'data: {"choices":[],"usage":{"total_tokens":3}}\n\n'],
  ])("passes %s on unchanged", (_, event) => {
    const { push, sent } = merging();
    push(event);
    expect(sent).toEqual([event]);
  });

  test("gives the same text however the bytes were cut", () => {
    const words = ["오늘", "은 ", "바다", " 🌊", "를", " 봤", "다."];
    const wire = Buffer.from(words.map((word) => delta(word)).join("") + "data: [DONE]\r\n\r\n");
    for (const size of [1, 2, 3, 7, 64, 1000]) {
      const { merger, texts } = merging();
      for (let at = 0; at < wire.length; at += size) merger.push(wire.subarray(at, at + size));
      merger.end();
      expect(texts().join(""), `${size} bytes at a time`).toBe(words.join(""));
    }
  });

  test("sends what it holds when the wire ends, also half an event", () => {
    const { push, merger, sent } = merging();
    push(delta("a") + delta("b") + 'data: {"cho');
    merger.end();
    expect(sent[1]).toContain('"content":"b"');
    expect(sent[2]).toBe('data: {"cho');
  });
});
