import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const heartbeatMs = 2_000;
const staleAfterMs = 30_000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function tryLock(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

/** A holder killed outright leaves its file behind; a reused process id is told by the missing heartbeat. */
function removeStaleLock(path: string) {
  const holder = statSync(path, { throwIfNoEntry: false });
  if (!holder) return;
  const pid = Number(readFileSync(path, "utf8"));
  const isStale = Date.now() - holder.mtimeMs > staleAfterMs || (pid > 0 && !isAlive(pid));
  if (isStale) rmSync(path, { force: true });
}

/** Runs `work` in one process at a time. `onWait` is called once when another process holds the lock. */
export async function withFileLock<T>(path: string, work: () => Promise<T>, onWait?: () => void): Promise<T> {
  let hasWaited = false;
  while (!tryLock(path)) {
    removeStaleLock(path);
    if (!hasWaited) onWait?.();
    hasWaited = true;
    await sleep(100);
  }
  const heartbeat = setInterval(() => utimesSync(path, new Date(), new Date()), heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(path, { force: true });
  }
}
