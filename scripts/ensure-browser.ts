// Finds or installs the browsers of the tests, and stores the choice.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { launchOptions, noteBrowsers, systemBrowsers, systemShells } from "./browser.ts";
import { type Machine, chooseBrowsers } from "./choose-browser.ts";
import { projectPath } from "./project.ts";

const installMs = 300_000;
const downloadHost = process.env.PLAYWRIGHT_DOWNLOAD_HOST || "https://cdn.playwright.dev/";

function playwright(...args: string[]) {
  const command = [projectPath("node_modules/.bin/playwright"), ...args];
  spawnSync(process.execPath, command, { stdio: "ignore", timeout: installMs });
}

function apt(...args: string[]) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"], timeout: installMs });
}

/** A separate process: Node reads proxy settings from the environment only at its start. */
function isReachable(url: string): boolean {
  const probe = ["--use-env-proxy", "-e", 'fetch(process.argv[1], { method: "HEAD" })', url];
  return spawnSync(process.execPath, probe, { stdio: "ignore", timeout: 5_000 }).status === 0;
}

const own = chromium.executablePath();
const machine: Machine = {
  asked: process.env.CHROMIUM,
  own,
  ownShell: "chromium-headless-shell",
  system: systemBrowsers,
  systemShells,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,

  async starts(browser) {
    try {
      await (await chromium.launch({ ...launchOptions(browser), timeout: 30_000 })).close();
      return true;
    } catch {
      return false;
    }
  },

  download() {
    if (isReachable(downloadHost)) {
      console.log("Downloading Chromium for the browser tests …");
      playwright("install", "chromium");
    }
    if (!existsSync(own)) console.log("Playwright's own Chromium cannot be downloaded here.");
  },

  installLibraries() {
    console.log("Installing the system libraries of Playwright's Chromium …");
    playwright("install-deps", "chromium");
  },

  installPackage(name) {
    if (!existsSync("/usr/bin/apt-get")) return;
    console.log(`Installing Debian's ${name} for the browser tests …`);
    apt("update", "-q");
    apt("install", "-y", "-q", "--no-install-recommends", "--no-remove", name);
  },
};

try {
  const browsers = await chooseBrowsers(machine);
  const { whole, light } = browsers;
  noteBrowsers(browsers);
  console.log(
    `Browser for the tests: ${light}${whole === light ? "" : `, and ${whole} where it takes a whole one`}`,
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
