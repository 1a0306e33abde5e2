import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { NoticeStream } from "./notice-stream.ts";

/** The browser's EventSource, with the server's part played by the test. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readonly url: string;
  readyState = 1;

  constructor(url: string) {
    super();
    this.url = url;
    FakeSource.opened.push(this);
  }

  close() {
    this.readyState = FakeSource.CLOSED;
  }

  say(event: string, data: unknown = null) {
    this.dispatchEvent(Object.assign(new Event(event), { data: JSON.stringify(data) }));
  }

  /** The server answers with something else than a stream. */
  refuse() {
    this.readyState = FakeSource.CLOSED;
    this.say("error");
  }
}

const open = () => FakeSource.opened.filter(({ readyState }) => readyState !== FakeSource.CLOSED);
const line = () => FakeSource.opened.at(-1)!;
const page = Object.assign(new EventTarget(), { visibilityState: "visible" });

function look(visibilityState: "visible" | "hidden") {
  Object.assign(page, { visibilityState });
  page.dispatchEvent(new Event("visibilitychange"));
}

const state = (unread: number, id: string | null, ageMs = 0) => ({
  unread,
  latest: id ? { id, ageMs } : null,
});

let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.opened = [];
  page.visibilityState = "visible";
  vi.stubGlobal("EventSource", FakeSource);
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", new EventTarget());
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function start(initial = state(0, null)) {
  const stream = new NoticeStream("me", initial);
  const heard = vi.fn<() => void>();
  stream.onNotice(heard);
  stop = stream.run();
  return { stream, heard };
}

describe("a tab's stream", () => {
  test("says for whose page it asks, and tells what it hears", () => {
    const { stream, heard } = start(state(1, "a", 3_600_000));
    const redrawn = vi.fn<() => void>();
    stream.subscribe(redrawn);
    expect(line().url).toBe("/api/notices/stream?member=me");
    line().say("state", state(1, "a", 3_600_100));
    expect(redrawn).not.toHaveBeenCalled();
    line().say("state", state(2, "b"));
    expect(stream.state.unread).toBe(2);
    expect(heard).toHaveBeenCalledOnce();
    // Read elsewhere: no news.
    line().say("state", state(0, "b"));
    expect(redrawn).toHaveBeenCalledTimes(2);
    expect(heard).toHaveBeenCalledOnce();
  });

  test("tells whoever appears of a notice so young that their page may not know it", () => {
    const { stream, heard } = start(state(1, "a", 2_000));
    expect(heard).toHaveBeenCalledOnce();
    line().say("state", state(1, "a", 2_500));
    expect(heard).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(60_000);
    const late = vi.fn<() => void>();
    stream.onNotice(late);
    expect(late).not.toHaveBeenCalled();
    line().say("state", state(2, "b"));
    const soon = vi.fn<() => void>();
    stream.onNotice(soon);
    expect(soon).toHaveBeenCalledOnce();
  });

  test("is closed a while after the tab went out of sight, and opened when it is seen", () => {
    start();
    look("hidden");
    vi.advanceTimersByTime(4_000);
    look("visible");
    vi.advanceTimersByTime(4_000);
    expect(FakeSource.opened).toHaveLength(1);
    look("hidden");
    vi.advanceTimersByTime(5_000);
    expect(open()).toEqual([]);
    look("visible");
    expect(open()).toHaveLength(1);
  });

  test("is not opened by a tab that nobody has looked at yet", () => {
    page.visibilityState = "hidden";
    start();
    vi.advanceTimersByTime(60_000);
    expect(FakeSource.opened).toEqual([]);
    look("visible");
    expect(open()).toHaveLength(1);
  });

  test("that fell silent is made anew; pings keep it", () => {
    start();
    for (let time = 0; time < 10; time += 1) {
      vi.advanceTimersByTime(20_000);
      line().say("ping");
    }
    expect(FakeSource.opened).toHaveLength(1);
    vi.advanceTimersByTime(50_000);
    expect(FakeSource.opened).toHaveLength(2);
    expect(open()).toHaveLength(1);
  });

  test("that is cut is left to the browser; one that is refused is asked for again, ever more rarely", () => {
    start();
    line().readyState = 0; // connecting again
    line().say("error");
    vi.advanceTimersByTime(10_000);
    expect(FakeSource.opened).toHaveLength(1);

    line().refuse();
    vi.advanceTimersByTime(3_000);
    expect(FakeSource.opened).toHaveLength(2);
    for (const minutes of [10, 10, 10]) {
      line().refuse();
      vi.advanceTimersByTime(minutes * 60_000);
    }
    // Silence is no answer either, so only count what one refusal leads to.
    const before = FakeSource.opened.length;
    line().refuse();
    vi.advanceTimersByTime(200_000);
    expect(FakeSource.opened).toHaveLength(before);
    vi.advanceTimersByTime(200_000);
    expect(FakeSource.opened.length).toBeGreaterThan(before);
    line().say("state", state(0, null));
    line().refuse();
    const again = FakeSource.opened.length;
    vi.advanceTimersByTime(3_000);
    expect(FakeSource.opened.length).toBe(again + 1);
  });

  test("whose place was needed waits until someone looks", () => {
    start();
    line().say("full");
    vi.advanceTimersByTime(120_000);
    expect(open()).toEqual([]);
    window.dispatchEvent(new Event("focus"));
    expect(open()).toHaveLength(1);
  });

  test("ends with the page, also one that is kept for the Back button", () => {
    start();
    window.dispatchEvent(new Event("pagehide"));
    expect(open()).toEqual([]);
    window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    expect(open()).toHaveLength(1);
    stop();
    expect(open()).toEqual([]);
    vi.advanceTimersByTime(120_000);
    window.dispatchEvent(new Event("focus"));
    expect(open()).toEqual([]);
  });
});
