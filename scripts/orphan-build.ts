// `next build` outlives a killed start by some seconds, holding the lock of its folder: the next start ends it first.
import type { ChildProcess } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { killGroup } from "./child-process.ts";
import { startOf } from "./process-identity.ts";

const deadWithinMs = 10_000;

export function rememberBuild(file: string, { pid }: ChildProcess) {
  if (pid) writeFileSync(file, `${pid} ${startOf(pid) ?? ""}`);
}

/** For who holds the lock of the build: what the file names is then an orphan's. */
export async function endOrphanBuild(file: string) {
  const [pid, start] = read(file).split(" ");
  const isRunning = () => Boolean(start) && startOf(Number(pid)) === start;
  if (isRunning()) killGroup({ pid: Number(pid) });
  for (const deadline = Date.now() + deadWithinMs; isRunning() && Date.now() < deadline;) await sleep(20);
  rmSync(file, { force: true });
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // no build was killed
  }
}
