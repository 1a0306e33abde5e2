import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { afterEach } from "vitest";
import { projectPath } from "../../../scripts/project.ts";

/** Starts processes of a script, and kills them as a power cut would; what still runs after a test too. */
export function killable(path: string) {
  const running = new Set<ChildProcess>();
  afterEach(async () => void (await Promise.all([...running].map(kill))));

  /** Resolves when the process says that it works. */
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
