// The browsers of the tests. `npm test` chooses once (ensure-browser.ts) and stores the choice.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { LaunchOptions } from "@playwright/test";
import type { Browsers } from "./choose-browser.ts";
import { projectPath } from "./project.ts";

const note = projectPath("node_modules/.cache/sora-browsers.json");
export const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
export const systemShells = ["/usr/bin/chromium-headless-shell"];

/** Chromium's sandbox does not run as root. Containers have a small /dev/shm and no GPU. */
const args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"];

const isPath = (browser: string) => basename(browser) !== browser;

export const launchOptions = (browser: string): LaunchOptions => ({
  args,
  ...(isPath(browser) ? { executablePath: browser } : { channel: browser }),
});

export function noteBrowsers(browsers: Browsers) {
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, JSON.stringify(browsers));
}

/** Without a stored choice: the system's. Playwright can be started without `npm test`. */
export function chosenBrowsers(): Browsers {
  const { CHROMIUM } = process.env;
  if (CHROMIUM) return { whole: CHROMIUM, light: CHROMIUM };
  const noted = existsSync(note) ? (JSON.parse(readFileSync(note, "utf8")) as Browsers) : undefined;
  if (noted && Object.values(noted).every((browser) => !isPath(browser) || existsSync(browser))) return noted;
  const whole = systemBrowsers.find((path) => existsSync(path)) ?? "chromium";
  return { whole, light: systemShells.find((path) => existsSync(path)) ?? whole };
}
