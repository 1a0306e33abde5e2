import { afterEach, expect, test, vi } from "vitest";
import { lastLine, look, openLines, openedLines, fakePage } from "../../test/fake-event-source.ts";
import { EventLine } from "./event-line.ts";

fakePage();
afterEach(() => stop());

let stop: () => void;

function start() {
  const heard = vi.fn<(data: unknown) => void>();
  const onRefused = vi.fn<() => void>();
  const options = { address: "/events", silenceMs: 50_000, longestBackoffMs: 300_000 };
  stop = new EventLine({ ...options, on: { news: heard }, onRefused }).run();
  return { heard, onRefused };
}

test("passes each event to the handler of its name", () => {
  const { heard } = start();
  expect(lastLine().url).toBe("/events");
  lastLine().say("news", { count: 1 });
  lastLine().say("gossip", { count: 2 });
  expect(heard.mock.calls).toEqual([[{ count: 1 }]]);
});

test("closes some time after the tab is hidden, and opens when it is visible", () => {
  start();
  look("hidden");
  vi.advanceTimersByTime(4_000);
  look("visible");
  vi.advanceTimersByTime(4_000);
  expect(openedLines()).toHaveLength(1);
  look("hidden");
  vi.advanceTimersByTime(5_000);
  expect(openLines()).toEqual([]);
  look("visible");
  expect(openLines()).toHaveLength(1);
});

test("does not open in a tab that was never visible", () => {
  look("hidden");
  start();
  vi.advanceTimersByTime(60_000);
  expect(openedLines()).toEqual([]);
  look("visible");
  expect(openLines()).toHaveLength(1);
});

test("is replaced when it is silent; pings keep it open", () => {
  start();
  for (let time = 0; time < 10; time += 1) {
    vi.advanceTimersByTime(20_000);
    lastLine().say("ping");
  }
  expect(openedLines()).toHaveLength(1);
  vi.advanceTimersByTime(50_000);
  expect(openedLines()).toHaveLength(2);
  expect(openLines()).toHaveLength(1);
});

test("leaves the reconnection after a cut to the browser, and retries with growing pauses after a refusal", () => {
  const { onRefused } = start();
  lastLine().readyState = 0; // connecting again
  lastLine().say("error");
  vi.advanceTimersByTime(10_000);
  expect(openedLines()).toHaveLength(1);
  expect(onRefused).not.toHaveBeenCalled();

  lastLine().refuse();
  expect(onRefused).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(3_000);
  expect(openedLines()).toHaveLength(2);
  for (const minutes of [10, 10, 10]) {
    lastLine().refuse();
    vi.advanceTimersByTime(minutes * 60_000);
  }
  // Silence also closes a stream, so this counts only the results of one refusal.
  const before = openedLines().length;
  lastLine().refuse();
  vi.advanceTimersByTime(200_000);
  expect(openedLines()).toHaveLength(before);
  vi.advanceTimersByTime(200_000);
  expect(openedLines().length).toBeGreaterThan(before);
  lastLine().say("news");
  lastLine().refuse();
  const again = openedLines().length;
  vi.advanceTimersByTime(3_000);
  expect(openedLines().length).toBe(again + 1);
});

test("stays closed until the tab is visible again when the server ended it for newer tabs", () => {
  start();
  lastLine().say("full");
  vi.advanceTimersByTime(120_000);
  expect(openLines()).toEqual([]);
  window.dispatchEvent(new Event("focus"));
  expect(openLines()).toHaveLength(1);
});

test("closes with the page, also in the back/forward cache", () => {
  start();
  window.dispatchEvent(new Event("pagehide"));
  expect(openLines()).toEqual([]);
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  expect(openLines()).toHaveLength(1);
  stop();
  expect(openLines()).toEqual([]);
  vi.advanceTimersByTime(120_000);
  window.dispatchEvent(new Event("focus"));
  expect(openLines()).toEqual([]);
});
