import { execFileSync } from "node:child_process";
import { isAlive } from "./process-identity.ts";

const checkEveryMs = 500;

function ps(format: string, pid: number): string {
  try {
    return execFileSync("ps", ["-o", `${format}=`, "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/** npm is the parent, or the grandparent when its shell does not exec. */
function findNpm(): number | null {
  const ancestors = [process.ppid, Number(ps("ppid", process.ppid))];
  return ancestors.find((pid) => pid && /^npm\b|\/npm(-cli\.js)?\b/.test(ps("args", pid))) ?? null;
}

/**
 * Calls back when the `npm run` that started this process has ended. npm forwards SIGTERM only to its shell, which ends
 * without forwarding it.
 */
export function onNpmGone(callback: () => void) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const npm = findNpm();
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === null || isAlive(npm))) return;
    clearInterval(timer);
    callback();
  }, checkEveryMs);
  timer.unref();
}
