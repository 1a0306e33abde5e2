// A set-up step may be killed at any moment. So it writes beside the target, and renames the complete result into place.
import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, lstatSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isAlive } from "./process-identity.ts";

const leftoverName = /\.new-(\d+)-[0-9a-f]+$/;
/** No step takes this long: an older leftover's process id belongs to another process. */
const abandonedAfterMs = 10 * 60_000;

export function besideOf(path: string): string {
  return `${path}.new-${process.pid}-${randomBytes(4).toString("hex")}`;
}

/** Without it, a power cut may lose the content behind an existing name. */
export function syncToDisk(path: string) {
  if (process.platform === "win32") return; // a folder cannot be opened there
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** @throws ENOTEMPTY or EEXIST when another start was faster */
export function moveIntoPlace(made: string, path: string) {
  renameSync(made, path);
  syncToDisk(dirname(path));
}

/** Removes what killed attempts left beside `path`. Failures are left to the next start. */
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
      // Its owner removed it, or a child of the killed start still writes to it.
    }
  }
}
