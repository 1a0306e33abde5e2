import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { dialectNames, inDialect } from "../../../test/dialects/dialects.ts";
import { randomFrom } from "../../../test/seeded-random.ts";
import { AnswerReader } from "./answer-reader.ts";
import { FlushTimer } from "./flush-timer.ts";
import { ThoughtFilter } from "./thought-filter.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const chunk = (choice: object, more: object = {}) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: null, ...choice }], ...more })}\n\n`;
const delta = (content: unknown) => chunk({ delta: { content } });
const stop = chunk({ finish_reason: "stop" });
const done = "data: [DONE]\n\n";

function reading() {
  const pieces: string[] = [];
  const forwarded: string[] = [];
  const order: string[] = [];
  let thoughts = 0;
  const reader = new AnswerReader(new FlushTimer(50), {
    onText: (piece) => {
      pieces.push(piece);
      order.push(piece);
    },
    onThinking: () => void (thoughts += 1),
    forward: (event) => {
      forwarded.push(event);
      order.push("event");
    },
    onEnd: () => void order.push("end"),
  });
  const push = (text: string) => reader.push(Buffer.from(text));
  const events = () => forwarded.map((event) => JSON.parse(event.slice("data: ".length)));
  return {
    reader,
    push,
    pieces,
    forwarded,
    events,
    order,
    isOver: () => order.includes("end"),
    thoughts: () => thoughts,
  };
}

describe("the text of an answer", () => {
  test("is emitted at once for the first piece", () => {
    const { push, pieces } = reading();
    push(delta("") + delta("안"));
    expect(pieces).toEqual(["안"]);
  });

  test("is emitted once per flush after that, and never enters the SDK", () => {
    const { push, pieces, forwarded } = reading();
    for (const word of ["a", "b", "c", "d"]) push(delta(word));
    expect(pieces).toEqual(["a"]);
    vi.advanceTimersByTime(50);
    push(delta("e"));
    vi.advanceTimersByTime(50);
    expect(pieces).toEqual(["a", "bcd", "e"]);
    expect(forwarded).toEqual([]);
  });

  test("is emitted before the end that follows it", () => {
    const { push, order } = reading();
    push(delta("a") + delta("b") + delta("c") + stop + done);
    vi.advanceTimersByTime(50);
    expect(order).toEqual(["a", "bc", "event", "end"]);
  });

  test("is emitted up to the last whole event when the connection breaks", () => {
    const { push, reader, pieces, forwarded } = reading();
    push(`${delta("a")}${delta("b")}data: {"cho`);
    expect(reader.cut()).toBe(false);
    expect(pieces).toEqual(["a", "b"]);
    expect(forwarded).toEqual([]);
  });

  test.each([
    ["a number", chunk({ delta: { content: 7 } })],
    ["parts without a text", chunk({ delta: { content: [{ type: "text" }] } })],
    ["another protocol's event", 'data: {"type":"content_block_delta","delta":{"text":"lost"}}\n\n'],
    ["a broken event", "data: {oops\n\n"],
    ["a bare word", "data: hello\n\n"],
    ["a line that holds an answer and is not read", `x-${delta("lost")}`],
    [
      "half an event before a field in capitals",
      `data: {"choices":[\n${delta("lost").replace("data", "Data")}`,
    ],
  ])("is an error, not a gap, when it cannot be read: %s", (_, event) => {
    const { push, reader, pieces, forwarded, isOver } = reading();
    push(delta("a") + event + delta("b") + stop + done);
    reader.end();
    expect(pieces).toEqual(["a"]);
    expect(forwarded).toEqual(["data: {\n\n"]); // the SDK cannot parse it
    expect(isOver()).toBe(true);
  });
});

function readCut(parts: Buffer[], ending: string, below: (count: number) => number) {
  const { reader, pieces, events, order } = reading();
  let text = "";
  const filter = new ThoughtFilter({
    onText: (piece) => void (text += piece),
    onThinking: () => {},
    onRetract: () => void (text = ""),
  });
  const bytes = Buffer.concat(parts);
  for (let at = 0; at < bytes.length;) {
    const to = at + 1 + below(1 + below(120));
    reader.push(bytes.subarray(at, to));
    if (below(3) === 0) vi.advanceTimersByTime(50);
    at = to;
  }
  if (ending === "end") reader.end();
  if (ending === "reset") reader.cut();
  vi.advanceTimersByTime(2100);
  for (const piece of pieces) filter.push(piece);
  filter.end();
  return { text, last: events().at(-1), isOver: order.includes("end") };
}

describe("every dialect, cut anywhere", () => {
  const tokens = ["오늘", "도 ", "참 ", "애썼", "어요", ".\n\n", "🐚 ", "천천히 ", "<가요>", " [쉼]", "."];
  const usage = { prompt_tokens: 10, completion_tokens: 20, total_tokens: 30 };
  const compressed = new Set(["gzip", "gzip-shouted", "deflate", "brotli", "zstd"]);

  test.each(dialectNames.filter((name) => !compressed.has(name)))(
    "%s gives the same text, and ends",
    (name) => {
      const { below } = randomFrom(dialectNames.indexOf(name) + 1);
      const { parts, ending } = inDialect(name, { tokens, usage });
      for (let round = 0; round < 25; round += 1) {
        const { text, last, isOver } = readCut(parts, ending, below);
        expect(text, `round ${round}`).toBe(tokens.join(""));
        expect(last.choices[0].finish_reason, `round ${round}`).toBe("stop");
        expect(isOver).toBe(true);
      }
    },
  );

  test.each(["plain", "several-lines", "cr", "think", "not-streamed"] as const)(
    "%s, one byte at a time",
    (name) => {
      const { parts, ending } = inDialect(name, { tokens, usage });
      expect(readCut(parts, ending, () => 0).text).toBe(tokens.join(""));
    },
  );
});

describe("the end of an answer", () => {
  test("is the finish reason and the usage, in OpenAI's own form, as one event", () => {
    const { push, events } = reading();
    push(delta("a") + chunk({ finish_reason: "eos" }));
    push(
      'data: {"usage":{"input_tokens":3,"output_tokens":"many","prompt_tokens_details":{"cached_tokens":2}}}\n\n',
    );
    vi.advanceTimersByTime(50);
    expect(events()).toEqual([
      {
        choices: [{ index: 0, delta: {}, finish_reason: "stop" }],
        usage: { prompt_tokens: 3, prompt_tokens_details: { cached_tokens: 2 } },
      },
    ]);
  });

  test("comes two seconds after the finish reason when nothing follows", () => {
    const { push, isOver } = reading();
    push(delta("a") + stop);
    vi.advanceTimersByTime(1999);
    expect(isOver()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(isOver()).toBe(true);
  });

  test("comes at once with [DONE]", () => {
    const { push, isOver } = reading();
    push(delta("a"));
    push(done);
    vi.advanceTimersByTime(50);
    expect(isOver()).toBe(true);
  });

  test.each([
    ["garbage", "data: {oops\n\n"],
    ["an error", 'data: {"error":{"message":"upstream closed"}}\n\n'],
    ["another reason", chunk({ finish_reason: "error" })],
  ])("is not undone by what comes after it: %s", (_, event) => {
    const { push, reader, events } = reading();
    push(delta("a") + stop + event);
    reader.end();
    expect(events()).toHaveLength(1);
    expect(events()[0].choices[0].finish_reason).toBe("stop");
  });

  test("is not undone by a connection that breaks", () => {
    const { push, reader, events } = reading();
    push(delta("a") + stop);
    expect(reader.cut()).toBe(true);
    expect(events()[0].choices[0].finish_reason).toBe("stop");
  });

  test("keeps text after the finish reason", () => {
    const { push, pieces } = reading();
    push(delta("a") + stop + delta("b"));
    push(done);
    vi.advanceTimersByTime(50);
    expect(pieces.join("")).toBe("ab");
  });

  describe("where each chunk has a reason", () => {
    const each = (content: string) => chunk({ delta: { content }, finish_reason: "stop" });

    test("comes with [DONE], however long a pause lasts", () => {
      const { push, pieces, isOver } = reading();
      push(each("a"));
      vi.advanceTimersByTime(1500);
      push(each("b"));
      vi.advanceTimersByTime(10_000);
      expect(isOver()).toBe(false);
      push(each("c") + done);
      vi.advanceTimersByTime(50);
      expect(pieces.join("")).toBe("abc");
      expect(isOver()).toBe(true);
    });

    test("comes two seconds after a reason without text", () => {
      const { push, isOver } = reading();
      push(each("a") + each("b") + stop);
      vi.advanceTimersByTime(2100);
      expect(isOver()).toBe(true);
    });

    test("is missing when the connection breaks", () => {
      const { push, reader, forwarded } = reading();
      push(each("a") + each("b"));
      expect(reader.cut()).toBe(false);
      expect(forwarded).toEqual([]);
    });

    test("is the last reason", () => {
      const { push, events } = reading();
      push(each("a") + each("b") + chunk({ finish_reason: "length" }) + done);
      vi.advanceTimersByTime(50);
      expect(events()[0].choices[0].finish_reason).toBe("length");
    });
  });

  test("waits for text that was received as the two seconds end", () => {
    const { push, pieces, isOver } = reading();
    push(delta("a") + stop);
    vi.advanceTimersByTime(1990);
    push(delta("b"));
    vi.advanceTimersByTime(100);
    push(delta("c") + done);
    vi.advanceTimersByTime(50);
    expect(pieces.join("")).toBe("abc");
    expect(isOver()).toBe(true);
  });

  test("is missing without a reason and without [DONE]", () => {
    const { push, reader, forwarded, isOver } = reading();
    push(delta("a"));
    reader.end();
    expect(isOver()).toBe(true);
    expect(forwarded).toEqual([]);
  });

  test.each([
    ["an error event", 'data: {"error":{"message":"overloaded","code":529}}\n\n'],
    ["Ollama's error", '{"error":"model not found"}'],
    ["an event of type error", 'event: error\ndata: {"message":"overloaded"}\n\n'],
    ["the finish reason error", chunk({ finish_reason: "network_error" })],
  ])("is an error when the server says so: %s", (_, event) => {
    const { push, reader, forwarded } = reading();
    push(event);
    reader.end();
    expect(forwarded).toHaveLength(1);
    expect(forwarded[0]).toMatch(/^data: \{"error":|^data: \{\n/);
  });

  test("has no text in it when the model refuses", () => {
    const { push, pieces, events } = reading();
    push(chunk({ delta: { refusal: "I cannot help." } }) + chunk({ finish_reason: "stop" }) + done);
    expect(pieces).toEqual([]);
    expect(events()[0].choices[0].finish_reason).toBe("content_filter");
  });

  test("comes before an endless event fills the memory", () => {
    const { push, isOver } = reading();
    push("data: ");
    for (let at = 0; at < 50; at += 1) push("x".repeat(100_000));
    expect(isOver()).toBe(true);
  });
});

test("thoughts in separate fields are signs of life, not text", () => {
  const { push, pieces, thoughts } = reading();
  push(chunk({ delta: { content: null, reasoning_content: "hm" } }) + chunk({ delta: { reasoning: "hm" } }));
  push(delta([{ type: "thinking", thinking: [{ type: "text", text: "hm" }] }]));
  expect(pieces).toEqual([]);
  expect(thoughts()).toBe(3);
});
