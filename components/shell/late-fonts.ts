import { type FontSet, fontsCookie, joinFontSets, readFontSets } from "@/lib/fonts";
import { keepPreference } from "@/lib/preference-cookie";
import { drawsHangul } from "./draws-hangul";

const patienceMs = 2_000;

const root = () => document.documentElement;
const shown = new Set<FontSet>();

function show(set: FontSet): void {
  for (const known of readFontSets(root().dataset.fonts?.replaceAll(" ", "."))) shown.add(known);
  shown.add(set);
  // A separate attribute that the server never sends: these fonts are not available at the first paint.
  if (shown.has("page")) root().dataset.pageFont = "";
  root().dataset.fonts = [...shown].filter((one) => one !== "page").join(" ");
  keepPreference(fontsCookie, joinFontSets(shown));
}

function whenIdle(work: () => void): void {
  const wait = () =>
    // Safari has no requestIdleCallback.
    "requestIdleCallback" in window
      ? requestIdleCallback(work, { timeout: patienceMs })
      : setTimeout(work, patienceMs / 4);
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
}

let hasHangul: boolean | undefined;

/** Fonts for Sora's own texts: at most 120 kB, in one or two files. */
export function showOwnFonts(): void {
  whenIdle(() => {
    hasHangul ??= drawsHangul();
    show("serif");
    if (hasHangul) return;
    show("sans");
    void import("./fonts/all-sans").catch(() => undefined);
  });
}

/** Fonts for what people wrote, in pieces of 20 kB as needed. */
export function showPageFonts(): void {
  whenIdle(() => void import("./fonts/all-serif").then(() => show("page")).catch(() => undefined));
}
