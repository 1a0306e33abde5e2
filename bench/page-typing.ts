import { setTimeout as sleep } from "node:timers/promises";
import type { CDPSession, Page } from "@playwright/test";
import { findPlace } from "./page-watch.ts";
import { until, within } from "./within.ts";

const words = "The sea was calm today and I walked for a long while. ";
/** Ten letters a second: a quick writer, who does not wait for the screen. */
const keyMs = 100;
const earlyKeys = 40;
const laterKeys = 15;

const press = (session: CDPSession, key: string) =>
  Promise.all([
    session.send("Input.dispatchKeyEvent", { type: "keyDown", key, text: key }),
    session.send("Input.dispatchKeyEvent", { type: "keyUp", key }),
  ]);

/** Taps the field as soon as it is drawn, until it has the focus. */
async function tapField(page: Page) {
  await until(30, "the field to take the focus from a tap", async () => {
    const place = await findPlace(page);
    if (place && !place.isFocused) await page.touchscreen.tap(place.x, place.y);
    return place?.isFocused;
  });
}

/**
 * Types into the field with real keys, from its first moment until `hydrated` is resolved (40 keys at most: a search takes no more
 * than 60 letters), and 15 keys more.
 * @returns what was typed
 */
export async function typeEarly(
  page: Page,
  session: CDPSession,
  hydrated: Promise<unknown>,
): Promise<string> {
  await tapField(page);
  let isHydrated = false;
  let typed = "";
  const pressed: Promise<unknown>[] = [];
  const type = async () => {
    const key = words[typed.length % words.length]!;
    typed += key;
    pressed.push(press(session, key));
    await sleep(keyMs);
  };
  const watching = hydrated.finally(() => (isHydrated = true));
  // The keys go on while the page is busy and answers none of them.
  while (!isHydrated) await (typed.length < earlyKeys ? type() : sleep(keyMs));
  await watching;
  for (let more = 0; more < laterKeys; more += 1) await type();
  await within(30, "the page to take the keys that were pressed", Promise.all(pressed));
  return typed;
}
