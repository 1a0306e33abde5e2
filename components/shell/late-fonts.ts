import { type FontSet, fontsCookie, joinFontSets, readFontSets } from "@/lib/fonts";
import { keepPreference } from "@/lib/preference-cookie";
import { drawsHangul } from "./draws-hangul";

const patienceMs = 2_000;

const root = () => document.documentElement;
const shown = new Set<FontSet>();

function show(set: FontSet): void {
  for (const known of readFontSets(root().dataset.fonts?.replaceAll(" ", "."))) shown.add(known);
  shown.add(set);
  // In an attribute of its own, which the server never sends: its letters are not there from the first line on.
  if (shown.has("page")) root().dataset.pageFont = "";
  root().dataset.fonts = [...shown].filter((one) => one !== "page").join(" ");
  keepPreference(fontsCookie, joinFontSets(shown));
}

/** When the page and its scripts have arrived and the browser has nothing better to do. */
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

/** Letters of Sora's own texts: about 120 kB at most, in one or two files. */
export function showOwnFonts(): void {
  whenIdle(() => {
    hasHangul ??= drawsHangul();
    show("serif");
    if (hasHangul) return;
    show("sans");
    // For what is not in Sora's own texts, in pieces of 20 kB as they are needed.
    void import("./fonts/all-sans").catch(() => undefined);
  });
}

/** Letters for whatever people wrote, in pieces of 20 kB as they are needed. */
export function showPageFonts(): void {
  whenIdle(() => void import("./fonts/all-serif").then(() => show("page")).catch(() => undefined));
}
