// Once for each run: one PostgreSQL with a migrated template database, and one sample model server.
import { fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { deployMigrations } from "../scripts/migrate.ts";
import { createDatabase, startPostgres } from "../scripts/postgres.ts";
import { projectPath } from "../scripts/project.ts";
import { startModelServer } from "../scripts/sample-model/server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Ends where a database name can be appended. */
    postgresUrl: string;
    /** The migrated template database. Nothing may connect to it, or it cannot be copied. */
    template: string;
    /** Deleted when the run has ended, however it ends. */
    testDir: string;
  }
}

const template = "sora_template";
// Each worker has a server's connections, and some start separate servers.
const manyConnections = "-c max_connections=400";

export default async function setup(project: TestProject) {
  const dir = mkdtempSync(join(tmpdir(), "sora-test-"));
  chmodSync(dir, 0o755); // root runs PostgreSQL as another user, who needs access
  const sweeper = fork(projectPath("test/sweep.ts"), [dir], { detached: true, execArgv: [] });
  const postgres = await startPostgres({
    dir: join(dir, "postgres"),
    password: "test",
    isDurable: false,
    flags: [manyConnections],
  });
  const model = await startModelServer({ port: 0 });
  await createDatabase(postgres.urlOf("postgres"), template);
  await deployMigrations(postgres.urlOf(template));

  project.provide("postgresUrl", postgres.urlOf(""));
  project.provide("template", template);
  project.provide("testDir", dir);
  // Workers inherit these. They replace all settings of the person who runs the tests.
  Object.assign(process.env, {
    AUTH_SECRET: "a secret for tests only, never used elsewhere",
    AUTH_URL: "",
    DATABASE_DIRECT_URL: "",
    DATABASE_CONNECTIONS: "",
    DIARY_KEYS: Buffer.alloc(32, "diary key").toString("base64"),
    OPENAI_API_KEY: "",
    OPENAI_BASE_URL: `${model.url}/v1`,
    OPENAI_REPLY_MODEL: "",
    SORA_DEMO: "",
    MODERATION_BASE_URL: "",
    MODERATION_API_KEY: "",
    SORA_SAMPLE_MODEL: "1",
    SORA_BUILT_IN_JUDGE: "0",
  });

  return async () => {
    await model.close();
    sweeper.disconnect();
    await once(sweeper, "exit");
  };
}
