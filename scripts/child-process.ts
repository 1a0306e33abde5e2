import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { projectPath } from "./project.ts";

// A URL: in a path, Node would treat "%", "#" and "?" as parts of one.
const preload = ["--import", pathToFileURL(projectPath("scripts/exit-with-parent.mjs")).href];

type Stdout = "inherit" | "pipe";

/** In a separate process group: Ctrl-C in the terminal reaches only the supervisor, which stops everything in order. */
function spawnNode(args: string[], env: NodeJS.ProcessEnv, stdout: Stdout): ChildProcess {
  return spawn(process.execPath, [...preload, ...args], {
    cwd: projectPath(""),
    env,
    detached: true,
    stdio: ["ignore", stdout, "inherit", "ipc"],
  });
}

export function spawnNext(args: string[], env: NodeJS.ProcessEnv, stdout: Stdout): ChildProcess {
  return spawnNode([projectPath("node_modules/next/dist/bin/next"), ...args], env, stdout);
}

export function spawnServerGroup(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawnNode([projectPath("scripts/server-group.ts"), ...args], env, "inherit");
}

export function hasExited({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

export function killGroup({ pid }: Pick<ChildProcess, "pid">) {
  try {
    if (pid) process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Sends SIGTERM and waits up to `patienceMs`, then kills the group. */
export async function endChild(child: ChildProcess, patienceMs: number) {
  if (hasExited(child)) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const patience = new AbortController();
  const deadline = sleep(patienceMs, "late", { signal: patience.signal }).catch(() => "in time");
  if ((await Promise.race([exited, deadline])) === "late") killGroup(child);
  await exited;
  patience.abort();
}
