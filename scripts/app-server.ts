import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { logFormat } from "../lib/log/log.ts";
import { endChild, hasExited, killGroup, spawnNext, spawnServerGroup } from "./child-process.ts";
import { forwardWithoutBanner } from "./forward-output.ts";

type AppServer = {
  exited: Promise<string>;
  stop(): Promise<void>;
  kill(): void;
};

const readyWithinMs = 120_000;
/** A reply may take two minutes, and accepted replies are finished before the server ends. */
const drainMs = 130_000;

function exitOf(child: ChildProcess): Promise<string> {
  return once(child, "exit").then(([code, signal]) => (signal ? `killed by ${signal}` : `exit code ${code}`));
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

async function untilAllAreReady(group: ChildProcess) {
  const patience = AbortSignal.timeout(readyWithinMs);
  await Promise.race([once(group, "message", { signal: patience }), once(group, "exit")]).catch(() => {});
}

export async function startAppServer(options: {
  mode: "start" | "dev";
  host: string;
  port: number;
  processes: number;
  onSpawn: (server: AppServer) => void;
}): Promise<void> {
  const { mode, host, port, processes } = options;
  const env = {
    ...process.env,
    NODE_ENV: mode === "dev" ? ("development" as const) : ("production" as const),
    NEXT_TELEMETRY_DISABLED: "1",
    // Next's output is a pipe: only this process can check for a terminal.
    LOG_FORMAT: logFormat(),
    NEXT_IGNORE_INCORRECT_LOCKFILE: "1",
  };
  const args = [mode, "-H", host, "-p", String(port)];
  const isGroup = processes > 1;
  const child = isGroup
    ? spawnServerGroup(args, { ...env, SERVERS: String(processes) })
    : spawnNext(args, env, mode === "dev" ? "inherit" : "pipe");
  forwardWithoutBanner(child.stdout);
  options.onSpawn({
    exited: exitOf(child),
    stop: () => endChild(child, drainMs),
    kill: () => killGroup(child),
  });
  if (isGroup) await untilAllAreReady(child);

  const isAnyAddress = host === "0.0.0.0" || host === "::";
  const hostname = isAnyAddress ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  await untilItAnswers(child, `http://${hostname}:${port}`);
}
