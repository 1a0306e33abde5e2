// npm run bench:pages [-- --rounds=5 --before=FOLDER]: what a first visit to Sora's pages weighs, and when they can be used, on
// a slow phone. `--before`: a checkout of another version, whose diary is visited in the same rounds.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { chosenBrowsers, launchOptions } from "../scripts/browser.ts";
import { ensureBuild } from "../scripts/build.ts";
import { freePort } from "../scripts/ports.ts";
import { projectPath } from "../scripts/project.ts";
import { pageReport } from "./page-report.ts";
import { barePage, diaryPage, otherPages } from "./page-targets.ts";
import { type Visit, visit } from "./page-visit.ts";
import { startNode } from "./processes.ts";
import { openRunDir } from "./run-dir.ts";
import { until, within } from "./within.ts";

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, before: { type: "string" } },
});
const rounds = Number(values.rounds);
const nextBin = projectPath("node_modules/next/dist/bin/next");
const everyCore = `0-${availableParallelism() - 1}`;

const loadBefore = loadavg()[0]!;
const { dir, ending } = openRunDir();

/** As `npm start` does it, with its own database and the demo's gyms and reviews. */
async function startSora(folder: string, name: string): Promise<string> {
  const port = await freePort();
  const env = {
    PORT: `${port}`,
    SERVERS: "1",
    DATA_DIR: join(dir, name),
    DATABASE_URL: "",
    AUTH_URL: "",
    OPENAI_API_KEY: "",
    OPENAI_BASE_URL: "",
    SIGNUPS_PER_HOUR: "1000",
    SIGNIN_ATTEMPTS_PER_HOUR: "1000",
  };
  const logFile = join(dir, `${name}.log`);
  const args = [join(folder, "scripts/serve.ts"), "start"];
  const server = startNode({ args, cores: everyCore, env, logFile });
  ending.defer(() => within(30, `${name} to stop`, server.stop()));
  const url = `http://localhost:${port}`;
  // A first start makes a database and fills it; another version also builds itself.
  await untilAnswered(`${url}/api/health`, 600, logFile);
  return url;
}

/** @throws with the last lines of its log, when what answers is an error. */
async function untilAnswered(url: string, seconds: number, logFile: string) {
  const isAnswered = async () => (await fetch(url).catch(() => null))?.ok;
  await until(seconds, `a page at ${url}`, isAnswered).catch((error: Error) => {
    const log = readFileSync(logFile, "utf8").trim().split("\n").slice(-8).join("\n");
    throw new Error(`${error.message}; its server wrote: ${log}`, { cause: error });
  });
}

async function buildBarePage(bare: string) {
  const log = openSync(join(dir, "bare-build.log"), "a");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
  const build = spawn(process.execPath, [nextBin, "build", bare], { env, stdio: ["ignore", log, log] });
  ending.defer(() => void build.kill());
  const [code] = await within(300, "the build of the bare page", once(build, "exit"));
  if (code !== 0) throw new Error(`the bare page was not built: npx next build ${bare}`);
}

async function startBarePage(): Promise<string> {
  const bare = projectPath("bench/bare");
  await buildBarePage(bare);
  const port = await freePort();
  const logFile = join(dir, "bare.log");
  const args = [nextBin, "start", bare, "-H", "127.0.0.1", "-p", `${port}`];
  const server = startNode({ args, cores: everyCore, logFile });
  ending.defer(() => within(30, "the bare page's server to stop", server.stop()));
  const url = `http://127.0.0.1:${port}`;
  await untilAnswered(url, 60, logFile);
  return url;
}

const line = (name: string, { requests, totalKb, usableMs, hydratedMs }: Visit) =>
  `${name}: ${requests} requests, ${totalKb.toFixed(0)} kB, usable ${usableMs.toFixed(0)} ms, hydrated ${hydratedMs.toFixed(0)} ms`;

try {
  await ensureBuild();
  const bare = await startBarePage();
  const sora = await startSora(projectPath("."), "sora");
  const before = values.before && (await startSora(resolve(values.before), "before"));
  const browser = await within(
    30,
    "the browser to start",
    chromium.launch(launchOptions(chosenBrowsers().light)),
  );
  ending.defer(() => within(30, "the browser to end", browser.close()));
  const targets = [
    barePage(bare),
    diaryPage(browser, sora),
    ...(before ? [diaryPage(browser, before, "`/diary` before")] : []),
    ...(await otherPages(browser, sora)),
  ];
  const visits = new Map<string, Visit[]>();
  for (let round = 1; round <= rounds; round += 1) {
    for (const prepare of targets) {
      const target = await prepare();
      const made = await visit(browser, target);
      visits.set(target.name, [...(visits.get(target.name) ?? []), made]);
      console.log(`${round}/${rounds} ${line(target.name, made)}`);
    }
  }
  const load = [loadBefore, loadavg()[0]!] as const;
  const report = pageReport({ visits, rounds, load, browser: browser.version() });
  console.log(report);
  writeFileSync(projectPath("bench/RESULTS-PAGES.md"), report);
} finally {
  await ending.disposeAsync();
}
