/**
 * Resolves after so many milliseconds, or as soon as there is a reason to try sooner: the connection is back, or
 * somebody looks at the page again. A hidden page's timers may sleep for minutes.
 */
export function waitForHope(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const end = () => {
      clearTimeout(timer);
      listening.abort();
      resolve();
    };
    const timer = setTimeout(end, ms);
    const on = { signal: listening.signal };
    window.addEventListener("online", end, on);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && end(), on);
    signal.addEventListener("abort", end, on);
  });
}
