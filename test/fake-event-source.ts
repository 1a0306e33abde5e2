import { afterEach, beforeEach, vi } from "vitest";

/** The browser's EventSource. The test plays the server. */
class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeEventSource[] = [];
  readonly url: string;
  readyState = 1;

  constructor(url: string) {
    super();
    this.url = url;
    FakeEventSource.opened.push(this);
  }

  close() {
    this.readyState = FakeEventSource.CLOSED;
  }

  say(event: string, data: unknown = null) {
    this.dispatchEvent(Object.assign(new Event(event), { data: JSON.stringify(data) }));
  }

  refuse() {
    this.readyState = FakeEventSource.CLOSED;
    this.say("error");
  }
}

export const openedLines = () => FakeEventSource.opened;
export const openLines = () =>
  FakeEventSource.opened.filter(({ readyState }) => readyState !== FakeEventSource.CLOSED);
export const lastLine = () => FakeEventSource.opened.at(-1)!;

const page = Object.assign(new EventTarget(), { visibilityState: "visible" });

export function look(visibilityState: "visible" | "hidden") {
  Object.assign(page, { visibilityState });
  page.dispatchEvent(new Event("visibilitychange"));
}

/** Gives each test of the file a visible page and a fake clock. */
export function fakePage(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    FakeEventSource.opened = [];
    page.visibilityState = "visible";
    vi.stubGlobal("EventSource", FakeEventSource);
    vi.stubGlobal("document", page);
    vi.stubGlobal("window", new EventTarget());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}
