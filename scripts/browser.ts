// Which browser the tests run in. `npm test` decides once (ensure-browser.ts) and notes it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { projectPath } from "./project.ts";

const note = projectPath("node_modules/.cache/sora-browser");
export const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Chromium's own sandbox does not run as root; containers have a small /dev/shm, and no GPU to draw with. */
export const browserArgs = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"];

export function noteBrowser(path: string) {
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, path);
}

export function chosenBrowser(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const noted = existsSync(note) ? readFileSync(note, "utf8") : "";
  return existsSync(noted) ? noted : systemBrowsers.find((path) => existsSync(path));
}
