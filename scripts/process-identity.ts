import { readFileSync } from "node:fs";

/** Also of one that is dead and was never reaped, as in containers whose first process reaps none. */
export function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

export const isAlive = (pid: number): boolean => hasProcess(pid) && statOf(pid)?.[0] !== "Z";

/** The fields of proc(5) from the third on; null where there is no /proc, or no such process. */
function statOf(pid: number): string[] | null {
  try {
    // The second field, the program's name, may hold spaces and brackets.
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(")").at(-1)!.trim().split(" ");
  } catch {
    return null;
  }
}

/**
 * When the process began, in the kernel's clock ticks since boot; null where there is no /proc, or no such process alive.
 * Process ids come again, after a restart of a container with the very same numbers; the two together do not.
 */
export function startOf(pid: number): string | null {
  const stat = statOf(pid);
  return stat && stat[0] !== "Z" ? (stat[19] ?? null) : null; // the 22nd field
}
