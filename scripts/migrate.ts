// npm run migrate -- deploy | create NAME | check | status
// A migration folder holds migration.sql and the schema.prisma it leads to. New migrations come from comparing that
// copy with prisma/schema.prisma, so no database is needed and SQL added by hand is never "repaired" away.
import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { projectPath } from "./project.ts";
import { isUnfinished, openEngineWithoutDatabase, withSchemaEngine } from "./schema-engine.ts";
import { loadCommandSettings } from "./settings.ts";

const schemaFile = projectPath("prisma/schema.prisma");
const migrationsDir = projectPath("prisma/migrations");
const filters = { externalTables: [], externalEnums: [] };
/** Any number, the same on every server; not the one the engine itself locks (72707369). */
const DEPLOY_LOCK = 768_021;

async function migrationNames() {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function migrationsList() {
  const readSql = async (name: string) => ({
    path: name,
    migrationFile: {
      path: "migration.sql",
      content: {
        tag: "ok" as const,
        value: await readFile(join(migrationsDir, name, "migration.sql"), "utf8"),
      },
    },
  });
  return {
    baseDir: migrationsDir,
    shadowDbInitScript: "",
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(join(migrationsDir, "migration_lock.toml"), "utf8"),
    },
    migrationDirectories: await Promise.all((await migrationNames()).map(readSql)),
  };
}

/** Runs `work` on one server at a time, however many start together. */
async function oneServerAtATime<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [DEPLOY_LOCK]);
    return await work(client);
  } finally {
    await client.end(); // and the lock with it
  }
}

/**
 * Gives up what a killed start left unfinished: nothing of it is in the database, since a script is one transaction that
 * also marks itself as finished. Waits for a script that still runs.
 */
async function giveUpInterrupted(client: pg.Client) {
  const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found");
  if (rows[0].found)
    await client.query(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE ${isUnfinished}`);
}

/** Brings the database to the newest migration, then runs `afterwards`, both on one server at a time. */
export async function deployMigrations(
  databaseUrl: string,
  afterwards?: () => Promise<void>,
): Promise<string[]> {
  const schema = await readFile(schemaFile, "utf8");
  return oneServerAtATime(databaseUrl, async (client) => {
    await giveUpInterrupted(client);
    const { appliedMigrationNames } = await withSchemaEngine({ schema, databaseUrl }, async (engine) =>
      engine.applyMigrations({ migrationsList: await migrationsList(), filters }),
    );
    await afterwards?.();
    return appliedMigrationNames;
  });
}

/** The SQL that would bring the newest migration to prisma/schema.prisma; empty when they agree. */
async function pendingSql(engine: SchemaEngine): Promise<string> {
  const datamodel = async (path: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content: await readFile(path, "utf8") }],
  });
  const newest = (await migrationNames().catch(() => [])).at(-1);
  const { stdout } = await engine.diff({
    from: newest ? await datamodel(join(migrationsDir, newest, "schema.prisma")) : { tag: "empty" },
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
  await copyFile(schemaFile, join(dir, "schema.prisma"));
  await writeFile(join(migrationsDir, "migration_lock.toml"), 'provider = "postgresql"\n');
  return `Created ${dir}. Read the SQL before committing it.`;
}

async function checkMigrations(engine: SchemaEngine) {
  const sql = await pendingSql(engine);
  if (!sql) return "Schema and migrations agree.";
  process.exitCode = 1;
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

async function run([command, name = "change"]: string[]) {
  const schema = await readFile(schemaFile, "utf8");
  if (command === "create") return createMigration(await openEngineWithoutDatabase(schema), name);
  if (command === "check") return checkMigrations(await openEngineWithoutDatabase(schema));

  const databaseUrl = loadCommandSettings();
  if (command === "status") return withSchemaEngine({ schema, databaseUrl }, migrationStatus);
  if (command === "deploy") {
    const applied = await deployMigrations(databaseUrl);
    return applied.length > 0 ? `Applied: ${applied.join(", ")}` : "No pending migrations.";
  }
  process.exitCode = 2;
  return "Usage: npm run migrate -- deploy | create NAME | check | status";
}

if (import.meta.main) {
  try {
    console.log(await run(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
