// The benchmark's processes, each pinned to cores and ended with the benchmark.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { projectPath } from "../scripts/project.ts";

const coreCount = availableParallelism();
const hasTaskset = spawnSync("taskset", ["--version"]).status === 0;
export const isPinned = hasTaskset && coreCount > 1;

/** The last core is for the server only. The model server, the load and the database share the others. */
export const cores = { server: `${coreCount - 1}`, others: coreCount > 2 ? `0-${coreCount - 2}` : "0" };

const running = new Set<ChildProcess>();

export type Child = {
  pid: number;
  ask(message: unknown): Promise<unknown>;
  stop(): Promise<void>;
};

type Options = { args: string[]; cores: string; env?: Record<string, string>; logFile: string };

/** A server also sends "ready"; all other messages are answers. */
function nextAnswer(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => {
    const listen = (message: unknown) => {
      if (message === "ready") return;
      child.off("message", listen);
      resolve(message);
    };
    child.on("message", listen);
  });
}

/** Starts Node on the given cores with an IPC channel. Output goes to the log file. */
export function startNode({ args, cores: onCores, env, logFile }: Options): Child {
  const command = [...(isPinned ? ["taskset", "-c", onCores] : []), process.execPath, ...args];
  const log = openSync(logFile, "a");
  const child = spawn(command[0]!, command.slice(1), {
    cwd: projectPath("."),
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", log, log, "ipc"],
    serialization: "advanced", // a time may be infinite
    detached: true, // on Ctrl-C this process ends them in order
  });
  running.add(child);
  const ended = once(child, "exit").then(() => running.delete(child));

  return {
    pid: child.pid!,
    ask: async (message) => {
      const answer = nextAnswer(child);
      child.send(message as object);
      return Promise.race([
        answer,
        ended.then(() => {
          throw new Error(`a process ended: ${lastLines(logFile)}`);
        }),
      ]);
    },
    stop: async () => {
      child.kill("SIGTERM");
      const killer = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(killer);
    },
  };
}

export function pinSelf() {
  if (isPinned) spawnSync("taskset", ["-a", "-c", "-p", cores.others, String(process.pid)]);
}

export async function untilAnswering(url: string, logFile: string, isReady = (_status: number) => true) {
  for (let tries = 0; tries < 300; tries += 1) {
    const status = await fetch(url).then(
      ({ status: answered }) => answered,
      () => null,
    );
    if (status !== null && isReady(status)) return;
    await sleep(100);
  }
  throw new Error(`nothing answers at ${url}: ${lastLines(logFile)}`);
}

const lastLines = (file: string) => readFileSync(file, "utf8").trim().split("\n").slice(-8).join("\n");

process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});
