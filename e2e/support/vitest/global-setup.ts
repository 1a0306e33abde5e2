// For a whole run: one PostgreSQL with a migrated database to copy for each file, and one stand-in model server.
import { fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { deployMigrations } from "../../../scripts/migrate.ts";
import { createDatabase, startPostgres } from "../../../scripts/postgres.ts";
import { projectPath } from "../../../scripts/project.ts";
import { startModelServer } from "../model/server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The server's address, for the name of a database to follow. */
    postgresUrl: string;
    /** The migrated database: copied for each file, never connected to. */
    template: string;
    /** For what a test starts: swept when the run has ended, in whatever way. */
    testDir: string;
  }
}

const template = "sora_template";
// Each worker has a server's connections, and some start servers of their own.
const manyConnections = "-c max_connections=400";

export default async function setup(project: TestProject) {
  const dir = mkdtempSync(join(tmpdir(), "sora-test-"));
  chmodSync(dir, 0o755); // root runs PostgreSQL as another user, who must get in
  const sweeper = fork(projectPath("e2e/support/vitest/sweep.ts"), [dir], { detached: true, execArgv: [] });
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
  // Workers inherit these; no setting of the person who runs the tests may reach them.
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
