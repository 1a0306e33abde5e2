import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { logFormat } from "../lib/log/log.ts";
import { endChild, hasExited, killGroup, spawnNext } from "./child-process.ts";
import { say } from "./say.ts";

type AppServer = {
  exited: Promise<string>;
  stop(): Promise<void>;
  kill(): void;
};

const readyWithinMs = 120_000;
/** A reply may take two minutes, and what was accepted is finished before the server ends. */
const drainMs = 130_000;

function exitOf(child: ChildProcess): Promise<string> {
  return once(child, "exit").then(([code, signal]) => (signal ? `killed by ${signal}` : `exit code ${code}`));
}

/**
 * Next's own banner names an address that sign-in does not work on; ours comes when the server really answers. What Sora
 * itself has to say meanwhile begins with a letter, a digit or a brace, which no line of the banner does.
 */
function forwardWithoutBanner(child: ChildProcess) {
  if (!child.stdout) return;
  let isBanner = true;
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line.startsWith("{")) process.stdout.write(`${line}\n`);
    else if (!isBanner || /^[A-Za-z\d]/.test(line)) say(line);
    if (line.includes("Ready in")) isBanner = false;
  });
}

async function untilItAnswers(child: ChildProcess, origin: string) {
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline && !hasExited(child)) {
    const health = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(30_000) }).catch(
      () => null,
    );
    if (health?.ok) return;
    await sleep(100);
  }
  if (!hasExited(child))
    throw new Error(`The server did not become ready in ${readyWithinMs / 1000} seconds.`);
}

/** Starts the Next server; resolves when it answers, or has ended before it could. */
export async function startAppServer(options: {
  mode: "start" | "dev";
  host: string;
  port: number;
  onSpawn: (server: AppServer) => void;
}): Promise<void> {
  const { mode, host, port } = options;
  const env = {
    ...process.env,
    NODE_ENV: mode === "dev" ? ("development" as const) : ("production" as const),
    NEXT_TELEMETRY_DISABLED: "1",
    // Its output is a pipe: only this process knows whether a terminal is at the end.
    LOG_FORMAT: logFormat(),
    NEXT_IGNORE_INCORRECT_LOCKFILE: "1",
  };
  const child = spawnNext([mode, "-H", host, "-p", String(port)], env, mode === "dev" ? "inherit" : "pipe");
  forwardWithoutBanner(child);
  options.onSpawn({
    exited: exitOf(child),
    stop: () => endChild(child, drainMs),
    kill: () => killGroup(child),
  });

  const isAnyAddress = host === "0.0.0.0" || host === "::";
  const hostname = isAnyAddress ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  await untilItAnswers(child, `http://${hostname}:${port}`);
}
