// What runs inside a visited page, from its first moment on.
import type { Page } from "@playwright/test";

/** Milliseconds since the navigation began. */
export type Times = {
  /** The control was on the screen. */
  drawn?: number;
  /** The first real key was in the field. */
  firstKey?: number;
  /** The control's script was there. */
  hydrated?: number;
  /** The last script that it needed had arrived. */
  scripts: number;
  lcp: number;
  /** The longest time from an input to the next frame, before and after the control's script was there. */
  earlyInp: number;
  inp: number;
};

export type Control = {
  /** A CSS selector; its first match that is shown counts. */
  selector: string;
  /** The beginning of a property's name that the element has once its script is there. */
  mark: string;
};

type Global = { times: Times; findControl: () => HTMLElement | undefined };

/** Passed to the page as its source: it may use nothing from outside. */
export function watch({ selector, mark }: Control) {
  const times: Times = { scripts: 0, lcp: 0, earlyInp: 0, inp: 0 };
  const isShown = (element: Element) => element.getClientRects().length > 0;
  const findControl = () => [...document.querySelectorAll<HTMLElement>(selector)].find(isShown);
  Object.assign(globalThis, { times, findControl });

  const scriptsBefore = (at: number) =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ initiatorType, responseEnd }) => initiatorType === "script" && responseEnd < at)
      .map(({ responseEnd }) => responseEnd);
  const look = () => {
    const control = findControl();
    const isPainted = performance.getEntriesByName("first-contentful-paint").length > 0;
    if (control && isPainted) times.drawn ??= performance.now();
    if (control && Object.keys(control).some((key) => key.startsWith(mark))) {
      times.hydrated = performance.now();
      times.scripts = Math.max(0, ...scriptsBefore(times.hydrated));
    }
    if (!times.drawn || !times.hydrated) setTimeout(look, 10);
  };
  look();

  const noteKey = (event: Event) => {
    if (event.isTrusted && event.target === findControl()) times.firstKey ??= performance.now();
  };
  document.addEventListener("input", noteKey, { capture: true });

  const observe = (type: string, each: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({
      type,
      buffered: true,
      durationThreshold: 16,
    } as PerformanceObserverInit);
  observe("largest-contentful-paint", ({ startTime }) => (times.lcp = startTime));
  observe("event", (entry) => {
    const { interactionId, startTime, duration } = entry as PerformanceEntry & { interactionId?: number };
    if (!interactionId) return;
    const kind = startTime < (times.hydrated ?? Infinity) ? "earlyInp" : "inp";
    times[kind] = Math.max(times[kind], duration);
  });
}

export const readTimes = (page: Page): Promise<Times> =>
  page.evaluate(() => (globalThis as unknown as Global).times);

/** The middle of the control, and whether it has the focus; null while it is not there. */
export const findPlace = (page: Page) =>
  page.evaluate(() => {
    const control = (globalThis as unknown as Global).findControl();
    if (!control) return null;
    const { left, top, width, height } = control.getBoundingClientRect();
    return {
      x: left + width / 2,
      y: top + Math.min(height / 2, 40),
      isFocused: document.activeElement === control,
    };
  });

export const readValue = (page: Page): Promise<string> =>
  page.evaluate(() => ((globalThis as unknown as Global).findControl() as HTMLTextAreaElement).value);
