import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { projectPath } from "./project.ts";

/**
 * Runs `next` under this Node, in a process group of its own: a Ctrl-C in the terminal reaches only the supervisor,
 * which stops things in order.
 */
export function spawnNext(args: string[], env: NodeJS.ProcessEnv, stdout: "inherit" | "pipe"): ChildProcess {
  const command = [
    "--import",
    projectPath("scripts/exit-with-parent.mjs"),
    projectPath("node_modules/next/dist/bin/next"),
  ];
  return spawn(process.execPath, [...command, ...args], {
    cwd: projectPath(""),
    env,
    detached: true,
    stdio: ["ignore", stdout, "inherit", "ipc"],
  });
}

export function hasExited({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Ends the process and whatever it started, at once. */
export function killGroup({ pid }: Pick<ChildProcess, "pid">) {
  try {
    if (pid) process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Asks the process to end and waits; kills it when that takes longer than `patienceMs`. */
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
