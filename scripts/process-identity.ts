import { readFileSync } from "node:fs";

/** True also for a dead process that was never reaped, as in containers whose first process reaps none. */
export function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

export const isAlive = (pid: number): boolean => hasProcess(pid) && statOf(pid)?.[0] !== "Z";

/** The fields of proc(5) from the third on; null without /proc or without such a process. */
function statOf(pid: number): string[] | null {
  try {
    // The second field, the program's name, may contain spaces and parentheses.
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(")").at(-1)!.trim().split(" ");
  } catch {
    return null;
  }
}

/**
 * The process's start in kernel clock ticks since boot; null without /proc or without such a live process. Process ids
 * are reused, after a container's restart with the same numbers; an id together with its start is unique.
 */
export function startOf(pid: number): string | null {
  const stat = statOf(pid);
  return stat && stat[0] !== "Z" ? (stat[19] ?? null) : null;
}
