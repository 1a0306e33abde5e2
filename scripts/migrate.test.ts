import { readFile, readdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, it } from "vitest";
import { deployMigrations } from "./migrate";
import { createDatabase } from "./postgres";
import { projectPath } from "./project";
import { withSchemaEngine } from "./schema-engine";

const database = `migrations_${process.env.VITEST_POOL_ID}`;
const databaseUrl = `${inject("postgresUrl")}${database}`;
let client: pg.Client;

beforeAll(async () => {
  await createDatabase(`${inject("postgresUrl")}postgres`, database);
  client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
});
beforeEach(() => client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public"));
afterAll(async () => {
  await client.end();
  const server = new pg.Client({ connectionString: `${inject("postgresUrl")}postgres` });
  await server.connect();
  await server.query(`DROP DATABASE ${database} WITH (FORCE)`);
  await server.end();
});

async function apply(name: string, sql: string) {
  const schema = await readFile(projectPath("prisma/schema.prisma"), "utf8");
  const content = { tag: "ok" as const, value: sql };
  const migrationsList = {
    baseDir: "migrations",
    shadowDbInitScript: "",
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    migrationDirectories: [{ path: name, migrationFile: { path: "migration.sql", content } }],
  };
  const filters = { externalTables: [], externalEnums: [] };
  return withSchemaEngine({ schema, databaseUrl }, (engine) =>
    engine.applyMigrations({ migrationsList, filters }),
  );
}

const exists = async (table: string) =>
  (await client.query("SELECT to_regclass($1) IS NOT NULL AS found", [table])).rows[0].found;

it("runs a script whole, with ; inside functions, strings and comments", async () => {
  await apply(
    "1_function",
    `CREATE TABLE whole (text text); -- a comment; with a semicolon
     CREATE FUNCTION say() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'a;b'; END; $$;
     INSERT INTO whole VALUES (say());`,
  );
  expect((await client.query("SELECT text FROM whole")).rows).toEqual([{ text: "a;b" }]);
});

it("leaves nothing of a migration that fails, and refuses to go on after it", async () => {
  await expect(apply("1_half", "CREATE TABLE half (id int); SELECT 1 / 0;")).rejects.toThrow(
    /division by zero/,
  );
  expect(await exists("half")).toBe(false);
  await expect(apply("1_half", "SELECT 1")).rejects.toThrow(/failed migrations/);
});

it("lets several servers that start together migrate once, each then doing its own work", async () => {
  let running = 0;
  const alone: boolean[] = [];
  const afterwards = async () => {
    alone.push(++running === 1);
    await client.query("SELECT pg_sleep(0.02)");
    running -= 1;
  };
  const applied = await Promise.all([1, 2, 3].map(() => deployMigrations(databaseUrl, afterwards)));
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  expect(alone).toEqual([true, true, true]);
});

/** The first migration's name and script. The other makes the engine's table. */
async function firstMigration() {
  await apply("0_other", "SELECT 1");
  const names = await readdir(projectPath("prisma/migrations"));
  const name = names.filter((entry) => /^\d/.test(entry)).sort()[0]!;
  return { name, sql: await readFile(projectPath(`prisma/migrations/${name}/migration.sql`), "utf8") };
}

it("applies a migration whose start was killed before its script was sent", async () => {
  const { name } = await firstMigration();
  const begun = "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('killed', 'none', $1)";
  await client.query(begun, [name]);
  expect(await deployMigrations(databaseUrl)).toContain(name);
});

it("waits for the script of a killed start, which the server goes on with, and does not run it again", async () => {
  const { name, sql } = await firstMigration();
  const killed = apply(name, `${sql}; SELECT pg_sleep(0.3);`);
  const running =
    "SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND query LIKE 'DO $fence$%' AND state = 'active'";
  while ((await client.query(running, [database])).rows.length === 0) await sleep(5);
  expect(await deployMigrations(databaseUrl)).not.toContain(name);
  await killed;
});

it("makes the index that allows one active reply for each entry and tone", async () => {
  await deployMigrations(databaseUrl);
  const { rows } = await client.query("SELECT indexdef FROM pg_indexes WHERE indexname = 'reply_active'");
  expect(rows[0]?.indexdef).toMatch(/UNIQUE INDEX .*\(entry_id, tone\) WHERE .*PENDING.*STREAMING/);
});
