import { linkSync, readFileSync, rmSync, statSync, utimes, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { besideOf, removeLeftovers } from "./beside.ts";
import { isAlive, startOf } from "./process-identity.ts";

const heartbeatMs = 2_000;
const staleAfterMs = 30_000;

const ourMark = () => `${process.pid} ${startOf(process.pid) ?? ""}`;

/** A hard link appears with its content: a lock always names its holder, even if that process is killed here. */
function tryLock(path: string): boolean {
  const draft = besideOf(path);
  writeFileSync(draft, ourMark());
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A killed holder leaves its file. Without /proc, a reused process id is detected by the missing heartbeat. */
function isStale(path: string): boolean {
  try {
    const [pid, start] = readFileSync(path, "utf8").split(" ");
    if (Number(pid) > 0 && !isAlive(Number(pid))) return true;
    if (start) return startOf(Number(pid)) !== start;
    return Date.now() - statSync(path).mtimeMs > staleAfterMs;
  } catch {
    return false;
  }
}

function removeStaleLock(path: string) {
  if (!isStale(path)) return;
  // One remover at a time, which checks again: otherwise a second remover could delete the lock that the first one then
  // took.
  const remover = `${path}.stale`;
  if (!tryLock(remover)) {
    if (isStale(remover)) rmSync(remover, { force: true });
    return;
  }
  if (isStale(path)) rmSync(path, { force: true });
  rmSync(remover, { force: true });
}

function release(path: string) {
  try {
    // Another process may have taken the lock, if this one was suspended for longer than a lock lives without a
    // heartbeat.
    if (readFileSync(path, "utf8") === ourMark()) rmSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

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
    removeLeftovers(path);
    return await work();
  } finally {
    clearInterval(heartbeat);
    release(path);
  }
}
