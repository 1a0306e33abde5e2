import "server-only";

import pg from "pg";

import { env } from "../env.ts";
import { backgroundLog } from "../log/log.ts";

const longestDelayMs = 10_000;
const patienceMs = 5_000;

/**
 * This process's connection for PostgreSQL notifications, outside the pool, which lends connections per statement.
 * Reconnects after a loss. Notifications sent in between are lost, so listeners catch up in `onConnect`.
 */
export class DatabaseListener {
  readonly #channels: readonly string[];
  readonly #onNotification: (channel: string, payload: string) => void;
  readonly #onConnect: () => void;
  #client: pg.Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #failures = 0;
  #isStopped = false;

  constructor(options: {
    channels: readonly string[];
    onNotification: (channel: string, payload: string) => void;
    onConnect: () => void;
  }) {
    this.#channels = options.channels;
    this.#onNotification = options.onNotification;
    this.#onConnect = options.onConnect;
  }

  start(): void {
    if (this.#client || this.#retry || this.#isStopped) return;
    const client = new pg.Client({
      connectionString: env().DATABASE_DIRECT_URL,
      application_name: "sora-notices",
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
      keepAlive: true,
    });
    this.#client = client;
    client.on("notification", ({ channel, payload = "" }) => this.#onNotification(channel, payload));
    client.on("error", (error) => this.#lose(client, error));
    client.on("end", () => this.#lose(client, new Error("connection ended")));
    this.#connect(client).catch((error: Error) => this.#lose(client, error));
  }

  /** Detects a dead connection that reported no error. */
  check(): void {
    const client = this.#client;
    client?.query("SELECT 1").catch((error: Error) => this.#lose(client, error));
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = undefined;
    client?.end().catch(() => undefined);
  }

  async #connect(client: pg.Client): Promise<void> {
    await client.connect();
    for (const channel of this.#channels) await client.query(`LISTEN ${channel}`);
    if (this.#client !== client) return;
    this.#failures = 0;
    this.#onConnect();
  }

  #lose(client: pg.Client, error: Error): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    if (this.#failures === 0) backgroundLog.warn("notices: not listening for now", { error });
    const delayMs = Math.min(longestDelayMs, 250 * 2 ** this.#failures);
    this.#failures += 1;
    this.#retry = setTimeout(
      () => {
        this.#retry = undefined;
        this.start();
      },
      delayMs * (0.5 + Math.random() / 2),
    );
    this.#retry.unref();
  }
}
