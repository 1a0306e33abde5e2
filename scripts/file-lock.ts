import { readFileSync, rmSync, statSync, utimes, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const heartbeatMs = 2_000;
const staleAfterMs = 30_000;

export function isAlive(pid: number): boolean {
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
function isStale(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    return Date.now() - statSync(path).mtimeMs > staleAfterMs || (pid > 0 && !isAlive(pid));
  } catch {
    return false; // given back meanwhile
  }
}

function removeStaleLock(path: string) {
  if (!isStale(path)) return;
  // One remover at a time, and looking again: of two, the second would remove the lock that the first then took.
  const remover = `${path}.stale`;
  if (!tryLock(remover)) {
    if (isStale(remover)) rmSync(remover, { force: true });
    return;
  }
  if (isStale(path)) rmSync(path, { force: true });
  rmSync(remover, { force: true });
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
  const touch = () => utimes(path, new Date(), new Date(), () => {});
  const heartbeat = setInterval(touch, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(path, { force: true });
  }
}
