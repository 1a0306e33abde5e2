import type { Page } from "@playwright/test";

/** Delays the scripts of the next page until `release`, like a slow phone. */
export async function holdScripts(page: Page): Promise<{ release: () => void }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const pattern = "**/_next/static/**/*.js";
  await page.route(pattern, async (route) => {
    await promise;
    await route.continue();
  });
  return { release: () => resolve() };
}

type Kind = { requests: number; kB: number };

/** The requests from now on, by kind, with compressed sizes as the browser counts them. */
export async function measureTraffic(page: Page) {
  const browser = await page.context().newCDPSession(page);
  const asked = new Map<string, { kind: string; at: number; bytes: number }>();
  browser.on("Network.requestWillBeSent", ({ requestId, type = "Other", timestamp, request }) => {
    if (!request.url.startsWith("data:")) asked.set(requestId, { kind: type, at: timestamp, bytes: 0 });
  });
  browser.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const one = asked.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  await browser.send("Network.enable");

  const timesOf = (kind: string) =>
    [...asked.values()].filter((one) => one.kind === kind).map(({ at }) => at);
  return {
    sum: () => {
      const byKind: Record<string, Kind> = {};
      for (const { kind, bytes } of asked.values()) {
        const sum = (byKind[kind] ??= { requests: 0, kB: 0 });
        sum.requests += 1;
        sum.kB += bytes / 1000;
      }
      const kinds = Object.values(byKind);
      return {
        byKind,
        requests: kinds.reduce((sum, { requests }) => sum + requests, 0),
        kB: kinds.reduce((sum, { kB }) => sum + kB, 0),
      };
    },
    firstFontAt: () => Math.min(...timesOf("Font")),
    lastScriptAt: () => Math.max(...timesOf("Script")),
  };
}
