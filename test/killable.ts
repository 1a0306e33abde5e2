import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { afterEach } from "vitest";
import { projectPath } from "../scripts/project.ts";

/** Starts processes of a script and kills them with SIGKILL, the remaining ones after each test. */
export function killable(path: string) {
  const running = new Set<ChildProcess>();
  afterEach(async () => void (await Promise.all([...running].map(kill))));

  /** Resolves after the process's first message. */
  async function start(): Promise<ChildProcess> {
    const child = fork(projectPath(path), { execArgv: ["--conditions=react-server"] });
    running.add(child);
    child.once("exit", () => running.delete(child));
    await once(child, "message");
    return child;
  }

  async function kill(child: ChildProcess) {
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  }

  return { start, kill };
}
