// Figures of a process from /proc, read from outside at no cost to the process.
import { readFileSync, readdirSync } from "node:fs";

const ticksPerSecond = 100; // USER_HZ, the same on all current Linux systems

export function cpuMs(pid: number): number {
  try {
    // Nanoseconds. /proc/PID/stat has ticks of 10 ms, too coarse for a single stream.
    const threads = readdirSync(`/proc/${pid}/task`);
    const ofThread = (id: string) =>
      Number(readFileSync(`/proc/${pid}/task/${id}/schedstat`, "utf8").split(" ")[0]);
    return threads.map(ofThread).reduce((sum, ns) => sum + ns, 0) / 1e6;
  } catch {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  }
}

export function residentMb(pid: number): number {
  const [, kb] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kb) / 1024;
}
