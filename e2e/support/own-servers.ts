import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Postgres, createDatabase, startPostgres } from "../../scripts/postgres.ts";
import { startModelServer } from "../../scripts/sample-model/server.ts";
import { OwnServer } from "./own-server.ts";

/** Servers to stop and kill, on one database and one model that keep running. */
export class OwnServers {
  #dir = "";
  readonly #servers: OwnServer[] = [];
  postgres!: Postgres;
  model!: Awaited<ReturnType<typeof startModelServer>>;

  async open(): Promise<void> {
    this.#dir = mkdtempSync(join(tmpdir(), "sora-servers-"));
    chmodSync(this.#dir, 0o755); // root runs PostgreSQL as another user, who needs access
    // Tests kill the servers, never PostgreSQL.
    this.postgres = await startPostgres({
      dir: join(this.#dir, "postgres"),
      password: "test",
      isDurable: false,
    });
    await createDatabase(this.postgres.urlOf("postgres"), "sora");
    this.model = await startModelServer({ port: 0 });
  }

  get databaseUrl(): string {
    return this.postgres.urlOf("sora");
  }

  async start(settings: Record<string, string> = {}): Promise<OwnServer> {
    const server = await OwnServer.start({
      DATABASE_URL: this.databaseUrl,
      OPENAI_BASE_URL: `${this.model.url}/v1`,
      AUTH_SECRET: "the same on every server of one database",
      DIARY_KEYS: Buffer.alloc(32, "servers").toString("base64"),
      HOST: "127.0.0.1",
      DATA_DIR: this.#dir,
      ...settings,
    });
    this.#servers.push(server);
    return server;
  }

  async close(): Promise<void> {
    for (const server of this.#servers) await server.stop();
    await this.model?.close();
    await this.postgres?.stop();
    if (this.#dir) rmSync(this.#dir, { recursive: true, force: true });
  }
}
