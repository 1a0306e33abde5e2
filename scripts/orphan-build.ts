// `next build` survives a killed start for some seconds and holds its folder's lock: the next start ends it first.
import type { ChildProcess } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { killGroup } from "./child-process.ts";
import { startOf } from "./process-identity.ts";

const deadWithinMs = 10_000;

export function rememberBuild(file: string, { pid }: ChildProcess) {
  if (pid) writeFileSync(file, `${pid} ${startOf(pid) ?? ""}`);
}

/** The caller must hold the build lock: then the named process is an orphan. */
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
    return "";
  }
}
