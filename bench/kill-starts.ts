// node bench/kill-starts.ts [starts] [of them with a build] [seed]: kills the first `npm start` at random moments, like a
// power cut, and checks that the next one works. DATA_DIR must name a folder that does not exist: each round starts
// without it. PORT as for `npm start`. Rounds with a build first delete the build folder (NEXT_DIST_DIR). As root, the
// database's user must be able to reach DATA_DIR; another user needs a writable checkout.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { randomFrom } from "../test/seeded-random.ts";
import { isAlive } from "../scripts/process-identity.ts";
import { projectPath } from "../scripts/project.ts";

/** A build takes minutes on a busy machine, so only a fifth of the starts build. */
const [starts = 30, withBuild = Math.floor(starts / 5), seed = 1] = process.argv.slice(2).map(Number);
const { DATA_DIR: dataDir, PORT = "3000" } = process.env;
if (!dataDir || existsSync(dataDir)) throw new Error("DATA_DIR must name a folder that does not exist yet.");

const origin = `http://localhost:${PORT}`;
const startsWithinMs = 180_000;

type Start = { child: ChildProcess; said: string; ended: Promise<unknown> };

function start(): Start {
  const child = spawn("npm", ["start"], {
    cwd: projectPath(""),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const started: Start = { child, said: "", ended: once(child, "exit") };
  for (const output of [child.stdout, child.stderr])
    output?.setEncoding("utf8").on("data", (text: string) => (started.said += text));
  return started;
}

const hasEnded = ({ child }: Start) => child.exitCode !== null || child.signalCode !== null;

/**
 * Kills npm and its process group: the start-up script, initdb, pg_ctl; not PostgreSQL.
 * @returns false for a start that had already ended, which is a failure
 */
async function kill(one: Start): Promise<boolean> {
  if (hasEnded(one)) return false;
  signalGroup(one, "SIGKILL");
  await one.ended;
  return true;
}

function signalGroup({ child }: Start, signal: NodeJS.Signals) {
  try {
    process.kill(-child.pid!, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Zombies do not count: a container's first process may reap none. */
function isGroupAlive({ child }: Start): boolean {
  const processes = execFileSync("ps", ["-e", "-o", "pgid=", "-o", "stat="], { encoding: "utf8" })
    .trim()
    .split("\n");
  return processes.some((line) => {
    const [group, state] = line.trim().split(/\s+/);
    return Number(group) === child.pid && !state!.startsWith("Z");
  });
}

/** Null without an answer. A server that is ending may accept a connection and not answer. */
const ask = (path: string) =>
  fetch(`${origin}${path}`, { signal: AbortSignal.timeout(10_000) }).catch(() => null);

async function untilItAnswers(one: Start): Promise<number | null> {
  const from = performance.now();
  while (!hasEnded(one) && performance.now() - from < startsWithinMs) {
    const health = await ask("/api/health");
    // The killed start's server may answer for a moment longer.
    if (health?.ok && one.said.includes("Sora is at")) return Math.round(performance.now() - from);
    await sleep(50);
  }
  return null;
}

/** Also stops what a failed start left running. */
async function clear() {
  const pidFile = join(dataDir!, "postgres", "postmaster.pid");
  const pid = existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, "utf8"), 10) : 0;
  if (pid > 0 && isAlive(pid)) process.kill(pid, "SIGQUIT");
  while (pid > 0 && isAlive(pid)) await sleep(20);
  // The server's child processes write for a moment longer.
  rmSync(dataDir!, { recursive: true, force: true, maxRetries: 20 });
}

async function stop(one: Start) {
  if (!hasEnded(one)) signalGroup(one, "SIGTERM");
  await one.ended;
  // npm ends before the start-up script, which is still stopping PostgreSQL.
  while (isGroupAlive(one)) await sleep(100);
  while (await ask("/")) await sleep(50);
}

const namesIn = (dir: string) => (existsSync(dir) ? readdirSync(dir) : []);

async function timeWhole(): Promise<number> {
  const whole = start();
  const ms = await untilItAnswers(whole);
  await stop(whole);
  await clear();
  if (ms === null) throw new Error(`A start that nobody kills does not work:\n${whole.said}`);
  return ms;
}

const random = randomFrom(seed);
let failures = 0;

async function round(number: number, windowMs: number) {
  const killedAfterMs = random.below(windowMs);
  const first = start();
  await Promise.race([sleep(killedAfterMs), first.ended]);
  const wasKilled = await kill(first);
  const left = namesIn(dataDir!).join(" ");

  const next = start();
  const ms = await untilItAnswers(next);
  await stop(next);
  const leftovers = namesIn(dataDir!).filter((name) => /\.new-|\.lock/.test(name));
  if (!wasKilled || ms === null || leftovers.length > 0) failures += 1;
  const itself = wasKilled ? "" : `The first start ended by itself:\n${first.said}\n`;
  const outcome = itself + (ms === null ? `FAILED\n${next.said}` : `answers after ${ms} ms`);
  console.log(`${number}. killed after ${killedAfterMs} ms [${left}]: ${outcome} ${leftovers.join(" ")}`);
  await clear();
}

const withoutBuildMs = await timeWhole();
console.log(`A first start with a build at hand takes ${withoutBuildMs} ms.`);
for (let number = 1; number <= starts - withBuild; number++) await round(number, withoutBuildMs + 500);
if (withBuild > 0) {
  const dist = projectPath(process.env.NEXT_DIST_DIR || ".next");
  rmSync(dist, { recursive: true, force: true });
  const wholeMs = await timeWhole();
  console.log(`With the build it takes ${wholeMs} ms.`);
  for (let number = starts - withBuild + 1; number <= starts; number++) {
    rmSync(dist, { recursive: true, force: true });
    await round(number, wholeMs + 500);
  }
}
console.log(
  failures === 0 ? `The next start worked ${starts} times of ${starts}.` : `${failures} of ${starts} failed.`,
);
process.exitCode = failures === 0 ? 0 : 1;
