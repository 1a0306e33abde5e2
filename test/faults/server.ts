import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import { freePort } from "../../scripts/ports.ts";
import { projectPath } from "../../scripts/project.ts";

const readyWithinMs = 60_000;

const preload = ["scripts/exit-with-parent.mjs", "test/faults/clock.mjs"].flatMap((file) => [
  "--import",
  projectPath(file),
]);

/** One server of the build. Its port and log file remain over restarts. */
export class Server {
  readonly url: string;
  readonly #port: number;
  readonly #env: NodeJS.ProcessEnv;
  readonly #logFile: string;
  #process: ChildProcess | undefined;
  #ended: Promise<unknown> = Promise.resolve();

  private constructor(port: number, env: NodeJS.ProcessEnv, logFile: string) {
    this.#port = port;
    this.#env = env;
    this.#logFile = logFile;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async open(env: NodeJS.ProcessEnv, logFile: string): Promise<Server> {
    const server = new Server(await freePort(), env, logFile);
    await server.start();
    return server;
  }

  /** Resolves when the server is ready, or reports that its database is unreachable. */
  async start(): Promise<void> {
    const next = projectPath("node_modules/next/dist/bin/next");
    const log = openSync(this.#logFile, "a");
    const child = spawn(
      process.execPath,
      [...preload, next, "start", "-H", "127.0.0.1", "-p", String(this.#port)],
      {
        cwd: projectPath("."),
        env: { ...this.#env, PORT: String(this.#port) },
        stdio: ["ignore", log, log, "ipc"],
      },
    );
    this.#process = child;
    this.#ended = once(child, "exit");
    for (const deadline = Date.now() + readyWithinMs; Date.now() < deadline;) {
      const health = await fetch(`${this.url}/api/health`).catch(() => null);
      if (health) return;
      await sleep(100);
    }
    throw new Error(`a server did not start: see ${this.#logFile}`);
  }

  async kill(): Promise<void> {
    this.#process?.kill("SIGKILL");
    await this.#ended;
  }

  /** A deploy: SIGTERM, then running work is finished. */
  async stop(): Promise<void> {
    this.#process?.kill("SIGTERM");
    await this.#ended;
  }

  /** A virtual machine that is moved, or a laptop that is closed. */
  freeze(): void {
    this.#process?.kill("SIGSTOP");
  }

  thaw(): void {
    this.#process?.kill("SIGCONT");
  }

  moveClock(clockOffsetMs: number): void {
    this.#process?.send({ clockOffsetMs });
  }
}
