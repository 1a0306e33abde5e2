// One first visit to one page, as a slow phone makes it: what arrives, and when the page can be used. Every wait has a limit.
import type { Browser, CDPSession, Page } from "@playwright/test";
import { typeEarly } from "./page-typing.ts";
import { type Times, readTimes, readValue, watch } from "./page-watch.ts";
import { until, within } from "./within.ts";

/** 1.6 Mbit/s down, 150 ms to the server and back, a quarter of this machine's speed. */
export const slowPhone = { kbitPerSecond: 1600, latencyMs: 150, slowdown: 4 };

const kinds = ["html", "script", "css", "font", "rsc", "image", "other"] as const;
export type Kind = (typeof kinds)[number];
export { kinds };

export type Target = {
  name: string;
  url: string;
  /** What a visitor came for. */
  control: string;
  /**
   * When it can be used: a `field` once a key is in it, a `link` once it is drawn, a `script` once its script is there.
   * What is typed into a field must be there in the end.
   */
  kind: "field" | "link" | "script";
  /** Where the field is saved: what the server has. Else the field's own value counts. */
  savedText?: (page: Page) => Promise<string | undefined>;
  /** Set on the field's element when its script has taken over its text; else what React sets on every element. */
  mark?: string;
  /** The comparison, which may lose what is typed early. */
  mayLose?: boolean;
  /** Some presses, for INP. */
  use?: (page: Page) => Promise<void>;
  cookies: { name: string; value: string; url: string }[];
};

export type Visit = {
  requests: number;
  kB: Record<Kind, number>;
  totalKb: number;
  lcpMs: number;
  usableMs: number;
  hydratedMs: number;
  /** Until the last script that was needed had arrived. */
  scriptsMs: number;
  /** The main thread's work until the control's script was there, about. */
  busyMs: number;
  earlyInpMs: number;
  inpMs: number;
  lostKeys: number;
};

function kindOf(type: string, url: string): Kind {
  if (url.includes("_rsc=")) return "rsc";
  const known: Record<string, Kind> = {
    Document: "html",
    Script: "script",
    Stylesheet: "css",
    Font: "font",
    Image: "image",
  };
  return known[type] ?? "other";
}

async function countTraffic(session: CDPSession) {
  const asked = new Map<string, { kind: Kind; bytes: number }>();
  let lastAt = performance.now();
  session.on("Network.requestWillBeSent", ({ requestId, type = "Other", request }) => {
    lastAt = performance.now();
    if (!request.url.startsWith("data:")) asked.set(requestId, { kind: kindOf(type, request.url), bytes: 0 });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    lastAt = performance.now();
    const one = asked.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  await session.send("Network.enable");
  return {
    async untilQuiet() {
      for (const end = performance.now() + 20_000; performance.now() < end;) {
        if (performance.now() - lastAt > 2_000) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    sum() {
      const kB = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
      for (const { kind, bytes } of asked.values()) kB[kind] += bytes / 1000;
      return { requests: asked.size, kB, totalKb: Object.values(kB).reduce((sum, one) => sum + one, 0) };
    },
  };
}

async function slowDown(session: CDPSession) {
  const bytesPerSecond = (slowPhone.kbitPerSecond * 1000) / 8;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: slowPhone.latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowPhone.slowdown });
}

/** How long the main thread has worked. */
async function readBusyMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN) * 1000;
}

/** @returns how many of the keys are not where they should be. @throws when keys are lost that must not be. */
async function countLost(page: Page, target: Target, typed: string): Promise<number> {
  const { savedText, mayLose } = target;
  let kept: string | undefined;
  const look = async () => (kept = savedText ? await savedText(page) : await readValue(page)) === typed;
  try {
    await until(mayLose ? 2 : 20, "all that was typed to be kept", look);
    return 0;
  } catch (error) {
    if (mayLose && kept !== undefined) return typed.length - kept.length;
    throw new Error(`${(error as Error).message}: typed "${typed}", kept "${kept}"`, { cause: error });
  }
}

async function measure(page: Page, session: CDPSession, target: Target): Promise<Visit> {
  const traffic = await countTraffic(session);
  await session.send("Performance.enable");
  await slowDown(session);
  await page.addInitScript(watch, { selector: target.control, mark: target.mark ?? "__reactProps" });
  await within(30, "the first bytes of the page", page.goto(target.url, { waitUntil: "commit" }));
  const time = (what: keyof Times) => async () => (await readTimes(page))?.[what];
  await until(30, `${target.control} to be drawn`, time("drawn"));
  const hydrated = until(60, `the script of ${target.control}`, time("hydrated")).then(() =>
    readBusyMs(session),
  );
  hydrated.catch(() => undefined); // awaited below, unless the typing fails first
  const typed = target.kind === "field" ? await typeEarly(page, session, hydrated) : "";
  const busyMs = await hydrated;
  await within(60, "what is pressed for INP", Promise.resolve(target.use?.(page)));
  await traffic.untilQuiet();
  const lostKeys = typed ? await countLost(page, target, typed) : 0;

  const times = await readTimes(page);
  const isLate = target.kind === "script" || lostKeys > 0;
  const usableMs = isLate ? times.hydrated : target.kind === "field" ? times.firstKey : times.drawn;
  return {
    ...traffic.sum(),
    lcpMs: times.lcp,
    usableMs: usableMs ?? NaN,
    hydratedMs: times.hydrated ?? NaN,
    scriptsMs: times.scripts,
    busyMs,
    earlyInpMs: times.earlyInp,
    inpMs: times.inp,
    lostKeys,
  };
}

/** @throws an error that names the page and what was waited for; every wait has a limit. */
export async function visit(browser: Browser, target: Target): Promise<Visit> {
  const context = await within(
    30,
    "the browser to open a page",
    browser.newContext({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      locale: "ko-KR",
      timezoneId: "Asia/Seoul",
    }),
  );
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  try {
    if (target.cookies.length > 0) await context.addCookies(target.cookies);
    return await measure(page, await context.newCDPSession(page), target);
  } catch (error) {
    throw new Error(`${target.name}, at ${page.url()}: ${(error as Error).message}`, { cause: error });
  } finally {
    await within(30, "the browser to close the page", context.close());
  }
}
