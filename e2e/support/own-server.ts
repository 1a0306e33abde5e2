import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";

import { freePort } from "../../scripts/ports.ts";

/** `npm start` with separate settings, for tests that stop and kill it. */
export class OwnServer {
  readonly #process: ChildProcess;
  readonly #exited: Promise<number | null>;
  readonly url: string;
  said = "";

  private constructor(process: ChildProcess, url: string) {
    this.#process = process;
    this.#exited = once(process, "exit").then(([code]) => code as number | null);
    this.url = url;
  }

  static async start(settings: Record<string, string>): Promise<OwnServer> {
    const port = Number(settings.PORT) || (await freePort());
    const child = spawn(process.execPath, ["scripts/serve.ts", "start"], {
      env: { ...process.env, PORT: String(port), LOG_FORMAT: "pretty", SERVERS: "1", ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const server = new OwnServer(child, `http://localhost:${port}`);
    for (const output of [child.stdout, child.stderr])
      output.setEncoding("utf8").on("data", (text: string) => (server.said += text));
    child.stderr.pipe(process.stderr);
    const exited = once(child, "exit").then(() =>
      Promise.reject(new Error("the server ended while it started")),
    );
    exited.catch(() => undefined); // also handles a later, expected exit
    await Promise.race([server.#answers(), exited]);
    return server;
  }

  get pid(): number {
    return this.#process.pid!;
  }

  get exited(): Promise<number | null> {
    return this.#exited;
  }

  /** Like a power cut: SIGKILL to the serving process. */
  async kill(): Promise<void> {
    const exited = once(this.#process, "exit");
    const children = execFileSync("pgrep", ["-P", String(this.#process.pid)], { encoding: "utf8" });
    for (const pid of children.trim().split("\n")) process.kill(Number(pid), "SIGKILL");
    await exited;
  }

  /** Like Ctrl-C. @returns milliseconds until it ended */
  async stop(): Promise<number> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return 0;
    const startedAt = performance.now();
    const exited = once(this.#process, "exit");
    this.#process.kill("SIGTERM");
    await exited;
    return performance.now() - startedAt;
  }

  async #answers(): Promise<void> {
    for (;;) {
      const response = await fetch(`${this.url}/api/health`).catch(() => null);
      if (response?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
