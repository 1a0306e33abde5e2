// postmaster.pid names the server that runs in a data folder. A killed server leaves the file behind.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { hasProcess } from "./process-identity.ts";

/** A server writes the file right after creating it. */
const emptyForMs = 2_000;

const pidFile = (dir: string) => join(dir, "postmaster.pid");

export function readPidFile(dir: string): { pid: number; port: number } | null {
  if (!existsSync(pidFile(dir))) return null;
  const [pid, , , port] = readFileSync(pidFile(dir), "utf8").split("\n").map(Number);
  return pid && port ? { pid, port } : null;
}

/** Whether the process is alive and, as far as can be determined, the server of this folder. */
export function isServerOf(dir: string, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dir);
  } catch {
    // No such process, no /proc, or no permission.
  }
  try {
    const [state = "", command = ""] = execFileSync("ps", ["-o", "stat=,comm=", "-p", String(pid)])
      .toString()
      .trim()
      .split(/\s+(.*)/);
    return !state.startsWith("Z") && command.includes("postgres");
  } catch {
    return hasProcess(pid);
  }
}

/**
 * Removes a file that would prevent PostgreSQL from starting: an empty one, one whose process id belongs to another
 * program (after a reboot), and one whose process is dead but was never reaped. PostgreSQL itself removes one without a
 * process.
 */
export function dropDeadPidFile(dir: string) {
  try {
    const found = readPidFile(dir);
    const isDead = found
      ? hasProcess(found.pid) && !isServerOf(dir, found.pid)
      : Date.now() - statSync(pidFile(dir)).mtimeMs > emptyForMs;
    if (isDead) rmSync(pidFile(dir), { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
