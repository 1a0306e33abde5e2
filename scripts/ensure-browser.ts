// Finds a Chromium for the browser tests: Playwright's own, if it is here or can be downloaded; else the system's;
// else Debian's package.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { browserArgs, noteBrowser, systemBrowser } from "./browser.ts";
import { projectPath } from "./project.ts";

const asRoot = process.getuid?.() === 0;
const downloadHost = "https://cdn.playwright.dev/";

function run(command: string, args: string[]) {
  return spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], timeout: 300_000 }).status === 0;
}

const playwright = (...args: string[]) =>
  run(process.execPath, [projectPath("node_modules/.bin/playwright"), ...args]);

async function launches(executablePath: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath, args: browserArgs });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

async function downloadOwn(): Promise<string | undefined> {
  const isReachable = await fetch(downloadHost, { method: "HEAD", signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    () => false,
  );
  if (!isReachable) return undefined;
  console.log("Downloading Chromium for the browser tests …");
  playwright("install", "--no-shell", "chromium");
  if (asRoot) playwright("install-deps", "chromium");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

function installPackage(): string | undefined {
  if (!asRoot || !existsSync("/usr/bin/apt-get")) return undefined;
  console.log("Installing Debian's chromium for the browser tests …");
  run("apt-get", ["update", "-q"]);
  run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"]);
  return systemBrowser();
}

async function findBrowser(): Promise<string | null> {
  const ways = [
    () => process.env.CHROMIUM,
    () => chromium.executablePath(),
    downloadOwn,
    systemBrowser,
    installPackage,
  ];
  for (const way of ways) {
    const path = await way();
    if (path && existsSync(path) && (await launches(path))) return path;
  }
  return null;
}

const path = await findBrowser();
if (path) {
  noteBrowser(path);
  console.log(`Browser for the tests: ${path}`);
} else {
  console.error("No Chromium was found. Install one, or set CHROMIUM to its path.");
  process.exitCode = 1;
}
