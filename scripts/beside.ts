// A set-up step may be killed at any moment. What it makes is written beside its place, and renamed into it once whole.
import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, lstatSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isAlive } from "./process-identity.ts";

const leftoverName = /\.new-(\d+)-[0-9a-f]+$/;
/** No step takes nearly so long: whatever process has the id by now, it is not the one that wrote this. */
const abandonedAfterMs = 10 * 60_000;

/** A name of this attempt alone: no other attempt, dead or alive, writes there. */
export function besideOf(path: string): string {
  return `${path}.new-${process.pid}-${randomBytes(4).toString("hex")}`;
}

/** Reads the disk's copy next time, even after a power cut. */
export function syncToDisk(path: string) {
  if (process.platform === "win32") return; // a folder cannot be opened there
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** @throws ENOTEMPTY or EEXIST when another start has put its folder there first. */
export function moveIntoPlace(made: string, path: string) {
  renameSync(made, path);
  syncToDisk(dirname(path));
}

/** Removes what attempts that were killed left beside `path`. What cannot be removed is left for the next start. */
export function removeLeftovers(path: string) {
  const dir = dirname(path);
  for (const name of readdirSync(dir)) {
    const pid = name.startsWith(basename(path)) && leftoverName.exec(name.slice(basename(path).length))?.[1];
    if (!pid) continue;
    const leftover = join(dir, name);
    try {
      const isAbandoned = Date.now() - lstatSync(leftover).mtimeMs > abandonedAfterMs;
      if (isAbandoned || !isAlive(Number(pid))) rmSync(leftover, { recursive: true, maxRetries: 3 });
    } catch {
      // Its owner removed it, or a child of the killed start still writes there.
    }
  }
}
