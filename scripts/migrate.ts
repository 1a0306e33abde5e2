// npm run migrate -- COMMAND: deploy, grant ROLE, resolve [NAME --applied|--rolled-back], create NAME, check or status.
// prisma/migrations/schema.prisma is the schema after all migrations. A new migration is the difference to
// prisma/schema.prisma, so no database is needed and SQL added by hand is never removed.
import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { projectPath } from "./project.ts";
import { grantDml } from "./migrate-grant.ts";
import { installQueue } from "./migrate-queue.ts";
import { findContractions, findFaults } from "./migrate-rules.ts";
import { listUnfinished, resolveMigration } from "./migrate-resolve.ts";
import { isUnfinished, openEngineWithoutDatabase, withSchemaEngine } from "./schema-engine.ts";
import { loadCommandSettings } from "./settings.ts";

const schemaFile = projectPath("prisma/schema.prisma");
const migrationsDir = projectPath("prisma/migrations");
const migratedSchema = projectPath("prisma/migrations/schema.prisma");
const filters = { externalTables: [], externalEnums: [] };
/** An arbitrary number, the same on every server. Not the engine's own lock (72707369). */
const DEPLOY_LOCK = 768_021;

async function migrationNames(dir = migrationsDir) {
  const entries = await readdir(dir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function migrationsList(dir = migrationsDir) {
  const readSql = async (name: string) => ({
    path: name,
    migrationFile: {
      path: "migration.sql",
      content: {
        tag: "ok" as const,
        value: await readFile(join(dir, name, "migration.sql"), "utf8"),
      },
    },
  });
  return {
    baseDir: dir,
    shadowDbInitScript: "",
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(join(dir, "migration_lock.toml"), "utf8"),
    },
    migrationDirectories: await Promise.all((await migrationNames(dir)).map(readSql)),
  };
}

async function oneServerAtATime<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  // The database may stop while this connection only holds the lock. Without a handler the process would crash.
  let lost: Error | undefined;
  client.on("error", (error) => (lost ??= error));
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [DEPLOY_LOCK]);
    const done = await work(client);
    if (lost) throw lost;
    return done;
  } finally {
    await client.end(); // releases the lock
  }
}

/**
 * Marks unfinished migrations as rolled back. Nothing of them is in the database: a script is one transaction that also
 * marks itself as finished. Waits for a killed start's script that still runs. Without this, no release could start, the
 * previous one included.
 */
async function giveUpUnfinished(client: pg.Client) {
  const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found");
  if (rows[0].found)
    await client.query(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE ${isUnfinished}`);
}

const triesForLock = 20;

async function applyMissing(client: pg.Client, databaseUrl: string, dir: string): Promise<string[]> {
  const schema = await readFile(schemaFile, "utf8");
  for (let tries = 1; ; tries += 1) {
    await giveUpUnfinished(client);
    try {
      const { appliedMigrationNames } = await withSchemaEngine({ schema, databaseUrl }, async (engine) =>
        engine.applyMigrations({ migrationsList: await migrationsList(dir), filters }),
      );
      return appliedMigrationNames;
    } catch (error) {
      await giveUpUnfinished(client);
      if (tries === triesForLock || !/lock timeout/.test((error as Error).message)) throw error;
      await sleep(1_000);
    }
  }
}

/**
 * Migrates the database and the job queue's schema, then runs `afterwards`, all on one server at a time. Migrations of a
 * newer release remain.
 * @returns the names of the applied migrations
 */
export async function deployMigrations(
  databaseUrl: string,
  options: { afterwards?: () => Promise<void>; dir?: string } = {},
): Promise<string[]> {
  return oneServerAtATime(databaseUrl, async (client) => {
    const applied = await applyMissing(client, databaseUrl, options.dir ?? migrationsDir);
    await installQueue(databaseUrl);
    await options.afterwards?.();
    return applied;
  });
}

/**
 * Checks that the schema is complete for this release, without rights to change it. A newer schema is fine.
 * @throws {Error} with one line for the operator: the fault and the next step
 */
export async function assertMigrated(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const applied = await client
      .query(
        "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
      )
      .then(({ rows }) => new Set(rows.map(({ name }) => name)))
      .catch(refusingOnlyWhatIsMissing);
    const missing = (await migrationNames()).filter((name) => !applied.has(name));
    if (missing.length > 0)
      throw new Error(
        `MIGRATE=0, and the database lacks ${missing.length} migrations, the first ${missing[0]}. Run "npm run migrate -- deploy" with a role that may change the schema.`,
      );
  } finally {
    await client.end();
  }
}

/** 42P01 (undefined table): nothing was ever migrated. */
function refusingOnlyWhatIsMissing(error: { code?: string; message: string }): Set<string> {
  if (error.code === "42P01") return new Set();
  throw new Error(
    `MIGRATE=0, and the migrations cannot be read (${error.message}). Give this role its rights: npm run migrate -- grant ROLE`,
    { cause: error },
  );
}

async function pendingSql(engine: SchemaEngine): Promise<string> {
  const datamodel = async (path: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content: await readFile(path, "utf8") }],
  });
  const newest = (await migrationNames().catch(() => [])).at(-1);
  const { stdout } = await engine.diff({
    from: newest ? await datamodel(migratedSchema) : { tag: "empty" },
    to: await datamodel(schemaFile),
    script: true,
    exitCode: null,
    filters,
  });
  const sql = stdout?.trim() ?? "";
  return sql.includes("This is an empty migration") ? "" : sql;
}

async function createMigration(engine: SchemaEngine, name: string) {
  const sql = await pendingSql(engine);
  if (!sql) return "The schema has not changed.";

  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const dir = join(migrationsDir, `${stamp}_${name}`);
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, "migration.sql"), `${sql}\n`);
  await copyFile(schemaFile, migratedSchema);
  await writeFile(join(migrationsDir, "migration_lock.toml"), 'provider = "postgresql"\n');
  const contracting = findContractions(sql).map((line) => `  ${line}`);
  return [
    `Created ${dir}. Read the SQL before committing it.`,
    "The previous release goes on running on the new schema: expand now, contract a release later (docs/decisions/0026).",
    ...(contracting.length > 0 ? ["This contracts:", ...contracting] : []),
  ].join("\n");
}

async function checkMigrations(engine: SchemaEngine) {
  const { migrationDirectories } = await migrationsList();
  const faults = migrationDirectories.flatMap(({ path, migrationFile }) =>
    findFaults({ name: path, sql: migrationFile.content.value }),
  );
  const sql = await pendingSql(engine);
  if (!sql && faults.length === 0) return "Schema and migrations agree.";
  process.exitCode = 1;
  if (faults.length > 0) return faults.join("\n");
  return `prisma/schema.prisma is ahead of the migrations (npm run migrate -- create NAME):\n${sql}`;
}

async function migrationStatus(engine: SchemaEngine) {
  const { history, failedMigrationNames, editedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList: await migrationsList(),
    optInToShadowDatabase: false,
    filters,
  });
  return JSON.stringify({ history, failedMigrationNames, editedMigrationNames }, null, 2);
}

export async function runMigrate([command, name, flag]: string[]) {
  const schema = await readFile(schemaFile, "utf8");
  if (command === "create") return createMigration(await openEngineWithoutDatabase(schema), name ?? "change");
  if (command === "check") return checkMigrations(await openEngineWithoutDatabase(schema));

  const databaseUrl = loadCommandSettings();
  if (command === "status") return withSchemaEngine({ schema, databaseUrl }, migrationStatus);
  if (command === "deploy") {
    const applied = await deployMigrations(databaseUrl);
    return applied.length > 0 ? `Applied: ${applied.join(", ")}` : "No pending migrations.";
  }
  if (command === "grant" && name) return grantDml(databaseUrl, name);
  if (command === "resolve" && !name) return listUnfinished(databaseUrl);
  if (command === "resolve" && name && (flag === "--applied" || flag === "--rolled-back"))
    return resolveMigration({ schema, databaseUrl, list: await migrationsList() }, name, flag);
  process.exitCode = 2;
  return "Usage: npm run migrate -- deploy | grant ROLE | resolve [NAME --applied|--rolled-back] | create NAME | check | status";
}

if (import.meta.main) {
  try {
    console.log(await runMigrate(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
