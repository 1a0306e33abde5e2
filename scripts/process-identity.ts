import { readFileSync } from "node:fs";

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * When the process began, in the kernel's clock ticks since boot; null where there is no /proc, or no such process (one
 * that is dead but was never reaped is none).
 * Process ids come again, after a restart of a container with the very same numbers; the two together do not.
 */
export function startOf(pid: number): string | null {
  try {
    // The second field, the program's name, may hold spaces and brackets.
    const afterName = readFileSync(`/proc/${pid}/stat`, "utf8").split(")").at(-1)!.trim().split(" ");
    return afterName[0] === "Z" ? null : (afterName[19] ?? null); // the 3rd and the 22nd field of proc(5)
  } catch {
    return null;
  }
}
