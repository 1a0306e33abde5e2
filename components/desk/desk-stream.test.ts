import { afterEach, expect, test, vi } from "vitest";
import { lastLine, openLines, openedLines, fakePage } from "../../test/fake-event-source.ts";
import { DeskStream } from "./desk-stream.ts";

fakePage();
afterEach(() => stop());

let stop: () => void;

function start() {
  const onStale = vi.fn<() => void>();
  const stream = new DeskStream(onStale);
  stop = stream.run();
  return { stream, onStale };
}

const change = (revisionId: string, status = "APPROVED") => ({ revisionId, status });
const counts = { waiting: { count: 3 } };

test("keeps the last change of each review, until a page shows it itself", () => {
  const { stream } = start();
  const redrawn = vi.fn<() => void>();
  stream.subscribe(redrawn);
  lastLine().say("changed", { at: 10, counts, changes: [change("a", "HELD"), change("b")] });
  lastLine().say("changed", { at: 20, counts, changes: [change("a")] });
  expect(stream.state.counts).toEqual(counts);
  expect(stream.state.changes).toEqual([
    { ...change("b"), at: 10 },
    { ...change("a"), at: 20 },
  ]);
  expect(redrawn).toHaveBeenCalledTimes(2);

  stream.forgetBefore(20);
  expect(stream.state.changes).toEqual([{ ...change("a"), at: 20 }]);
  stream.forgetBefore(20);
  expect(redrawn).toHaveBeenCalledTimes(3);
});

test("asks for the page again when a second first word shows that something was missed", () => {
  const { stream, onStale } = start();
  lastLine().say("state", { counts, lookers: [] });
  expect(onStale).not.toHaveBeenCalled();
  lastLine().say("lookers", [{ id: "me" }]);
  expect(stream.state).toEqual({ counts, lookers: [{ id: "me" }], changes: [] });
  lastLine().say("state", { counts, lookers: [] });
  expect(onStale).toHaveBeenCalledOnce();
});

test("asks for the page again, and hears no more, once its reader is no moderator", () => {
  const { onStale } = start();
  lastLine().say("gone");
  expect(onStale).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(120_000);
  expect(openLines()).toEqual([]);
});

test("asks for the page again with each refusal, and for the line at least once a minute or so", () => {
  const { onStale } = start();
  for (let refusal = 1; refusal <= 6; refusal += 1) {
    lastLine().refuse();
    expect(onStale).toHaveBeenCalledTimes(refusal);
    vi.advanceTimersToNextTimer();
    expect(openLines()).toHaveLength(1);
  }
  lastLine().refuse();
  const before = openedLines().length;
  vi.advanceTimersByTime(75_000);
  expect(openedLines().length).toBeGreaterThan(before);
});
