import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it, vi } from "vitest";
import { PgBoss } from "pg-boss";
import { assertMigrated, deployMigrations, runMigrate } from "./migrate";
import { grantDml } from "./migrate-grant";
import { findContractions, findFaults } from "./migrate-rules";
import { listUnfinished } from "./migrate-resolve";
import { freePort } from "./ports";
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
beforeEach(() =>
  client.query("DROP SCHEMA IF EXISTS pgboss CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public"),
);
afterEach(() => void vi.unstubAllEnvs());
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

it("runs a script as a whole, with ; inside functions, strings and comments", async () => {
  await apply(
    "1_function",
    `CREATE TABLE whole (text text); -- a comment; with a semicolon
     CREATE FUNCTION say() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'a;b'; END; $$;
     INSERT INTO whole VALUES (say());`,
  );
  expect((await client.query("SELECT text FROM whole")).rows).toEqual([{ text: "a;b" }]);
});

it("leaves nothing of a migration that fails, and refuses to continue after it", async () => {
  await expect(apply("1_half", "CREATE TABLE half (id int); SELECT 1 / 0;")).rejects.toThrow(
    /division by zero/,
  );
  expect(await exists("half")).toBe(false);
  await expect(apply("1_half", "SELECT 1")).rejects.toThrow(/failed migrations/);
});

it("migrates once when several servers start together, each then doing its own work", async () => {
  let running = 0;
  const alone: boolean[] = [];
  const afterwards = async () => {
    alone.push(++running === 1);
    await client.query("SELECT pg_sleep(0.02)");
    running -= 1;
  };
  const applied = await Promise.all([1, 2, 3].map(() => deployMigrations(databaseUrl, { afterwards })));
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  expect(alone).toEqual([true, true, true]);
});

/** The first migration's name and script. `0_other` creates the engine's table. */
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

it("waits for the script of a killed start that the database still runs, and does not run it again", async () => {
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

/** This release's migrations plus one of a next release. */
async function nextRelease(sql: string) {
  const dir = await mkdtemp(join(inject("testDir"), "migrations-"));
  await cp(projectPath("prisma/migrations"), dir, { recursive: true });
  const change = async (newSql: string) => {
    await mkdir(join(dir, "99999999999999_next"), { recursive: true });
    await writeFile(join(dir, "99999999999999_next/migration.sql"), newSql);
  };
  await change(sql);
  return { dir, change };
}

it("lets the previous release start when the next one's migration fails, and applies the migration once it is fixed", async () => {
  const next = await nextRelease("CREATE TABLE next (id int); SELECT 1 / 0;");
  await expect(deployMigrations(databaseUrl, next)).rejects.toThrow(/division by zero/);
  expect(await exists("next")).toBe(false);
  expect(await listUnfinished(databaseUrl)).toBe("No migration is unfinished.");
  expect(await deployMigrations(databaseUrl)).toEqual([]);

  await next.change("CREATE TABLE next (id int)");
  expect(await deployMigrations(databaseUrl, next)).toEqual(["99999999999999_next"]);
  // The previous release starts on the newer schema.
  expect(await deployMigrations(databaseUrl)).toEqual([]);
  await assertMigrated(databaseUrl);
});

it("starts on a database where an older release left a failed migration", async () => {
  const { name } = await firstMigration();
  await client.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, logs) VALUES ('failed', 'none', $1, 'no')",
    [name],
  );
  expect(await listUnfinished(databaseUrl)).toContain(`resolve NAME --rolled-back`);
  expect(await deployMigrations(databaseUrl)).toContain(name);
});

it("marks a failed migration by hand, as applied or as rolled back, and no other", async () => {
  vi.stubEnv("DATABASE_URL", databaseUrl);
  const { name } = await firstMigration();
  const resolve = (...args: string[]) => runMigrate(["resolve", ...args]);
  const fail = () =>
    client.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, logs) VALUES ('failed', 'none', $1, 'no such column')",
      [name],
    );
  const states = async () =>
    (
      await client.query(
        "SELECT finished_at IS NOT NULL AS applied, rolled_back_at IS NOT NULL AS undone FROM _prisma_migrations WHERE migration_name = $1 ORDER BY started_at, undone DESC",
        [name],
      )
    ).rows;

  await fail();
  expect(await resolve()).toContain("no such column");
  await expect(resolve("20000101_unknown", "--applied")).rejects.toThrow(
    "There is no migration 20000101_unknown",
  );
  expect(await resolve(name, "--rolled-back")).toContain("the next start runs it");
  expect(await states()).toEqual([{ applied: false, undone: true }]);
  expect(await resolve()).toContain("No migration is unfinished.");
  expect(await deployMigrations(databaseUrl)).toContain(name);

  // After its SQL was run by hand, it counts as applied.
  await client.query("DELETE FROM _prisma_migrations WHERE migration_name = $1", [name]);
  await fail();
  expect(await resolve(name, "--applied")).toContain("it will not be run");
  expect(await states()).toContainEqual({ applied: true, undone: false });
  expect(await deployMigrations(databaseUrl)).toEqual([]);
  await assertMigrated(databaseUrl);
});

it("retries when its connection ended during a migration", async () => {
  const next = await nextRelease("CREATE TABLE next (id int); SELECT pg_sleep(30);");
  await deployMigrations(databaseUrl);
  const lost = deployMigrations(databaseUrl, next).catch((error: Error) => error);
  const end =
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND query LIKE '%pg_sleep(30)%' AND pid <> pg_backend_pid()";
  await expect.poll(async () => (await client.query(end, [database])).rows.length).toBe(1);
  expect(await lost).toBeInstanceOf(Error);
  await next.change("CREATE TABLE next (id int)");
  expect(await deployMigrations(databaseUrl, next)).toEqual(["99999999999999_next"]);
});

it("does not block other queries behind a migration whose table is locked", async () => {
  await deployMigrations(databaseUrl);
  const next = await nextRelease("ALTER TABLE gym ADD COLUMN next int");
  const other = new pg.Client({ connectionString: databaseUrl });
  await other.connect();
  await other.query("BEGIN; SELECT FROM gym");
  const migrating = deployMigrations(databaseUrl, next);
  const waits = "SELECT FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock'";
  await expect.poll(async () => (await client.query(waits, [database])).rows.length).toBe(1);
  const askedAt = performance.now();
  await client.query("SELECT FROM gym");
  expect(performance.now() - askedAt).toBeLessThan(4_000);
  await other.query("ROLLBACK");
  await other.end();
  expect(await migrating).toEqual(["99999999999999_next"]);
});

it("completes in the start after one that got SIGTERM during the first migration", async () => {
  const { PATH = "", HOME = "" } = process.env;
  const DATA_DIR = await mkdtemp(join(inject("testDir"), "terminated-"));
  const env = { PATH, HOME, NODE_ENV: "test" as const, DATABASE_URL: databaseUrl, DATA_DIR };
  const start = spawn(process.execPath, [projectPath("scripts/serve.ts"), "start"], {
    env: { ...env, PORT: String(await freePort()) },
    stdio: "ignore",
  });
  const exited = once(start, "exit");
  while (!(await exists("_prisma_migrations"))) await sleep(2);
  start.kill("SIGTERM");
  await exited;
  await deployMigrations(databaseUrl);
  await expect(assertMigrated(databaseUrl)).resolves.toBeUndefined();
});

it("lets a role serve that may only read and write rows, if the schema is complete", async () => {
  const role = `serving_${process.env.VITEST_POOL_ID}`;
  const url = new URL(databaseUrl);
  [url.username, url.password] = [role, "test"];
  // As in a database that PostgreSQL created.
  await client.query(`GRANT USAGE ON SCHEMA public TO PUBLIC; CREATE ROLE ${role} LOGIN PASSWORD 'test'`);
  try {
    await expect(assertMigrated(databaseUrl)).rejects.toThrow(
      /^MIGRATE=0, and the database lacks \d+ migrations/,
    );
    await deployMigrations(databaseUrl);
    await expect(assertMigrated(url.href)).rejects.toThrow("npm run migrate -- grant ROLE");
    await grantDml(databaseUrl, role);
    await assertMigrated(url.href);

    const jobs = new PgBoss({ connectionString: url.href, useListenNotify: true });
    await jobs.start();
    await jobs.createQueue("tried");
    expect(await jobs.send("tried", {})).not.toBe(null);
    await jobs.stop({ graceful: false });
    const serving = new pg.Client({ connectionString: url.href });
    await serving.connect();
    await expect(serving.query("ALTER TABLE gym ADD COLUMN more int")).rejects.toThrow("must be owner");
    await expect(serving.query("CREATE TABLE more (id int)")).rejects.toThrow("permission denied");
    await serving.end();
  } finally {
    await client.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
  }
});

it("writes versioned envelopes at once in a new database, and a week later after an earlier release", async () => {
  const name = (await readdir(projectPath("prisma/migrations"))).find((one) =>
    one.endsWith("envelope_versions"),
  )!;
  const daysUntil = async () =>
    (
      await client.query(
        "SELECT round(extract(epoch FROM written_from - now()) / 86400)::int AS days FROM envelope_format",
      )
    ).rows;
  await deployMigrations(databaseUrl);
  expect(await daysUntil()).toEqual([{ days: 0 }]);

  await client.query(`
    INSERT INTO member (id, email, name) VALUES ('00000000-0000-4000-8000-000000000000', 'a@sora.test', '미나');
    INSERT INTO data_key (member_id, sealed_by, sealed_key) SELECT id, 'a-key', '\\x01' FROM member;
    DELETE FROM envelope_format`);
  const script = await readFile(projectPath(`prisma/migrations/${name}/migration.sql`), "utf8");
  await client.query(script.slice(script.indexOf("INSERT INTO")));
  expect(await daysUntil()).toEqual([{ days: 7 }]);
});

it("detects what a migration must not do", () => {
  expect(findContractions('ALTER TABLE "gym" DROP COLUMN "city", ADD COLUMN "a" int;')).toHaveLength(1);
  expect(findContractions('ALTER TABLE "gym" ADD COLUMN "a" int NOT NULL;')).toHaveLength(1);
  expect(
    findContractions(
      'ALTER TABLE "gym" ADD COLUMN "a" int NOT NULL DEFAULT 0;\nCREATE TABLE "b" (id int NOT NULL);',
    ),
  ).toEqual([]);
  const named = (sql: string) => findFaults({ name: "20991231_new", sql });
  expect(named("CREATE INDEX CONCURRENTLY a ON gym (id);")).toHaveLength(1);
  expect(named("CREATE TABLE a (id int); COMMIT;\nCOMMIT;")).toHaveLength(1);
  expect(named("CREATE FUNCTION a() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN RETURN 1; END $$;")).toEqual(
    [],
  );
  expect(named('DROP TABLE "b";')).toHaveLength(1);
  expect(named('-- contract: nothing reads it since the release of 2026-11-30\nDROP TABLE "b";')).toEqual([]);
});

it("ends with an error, not with a crash, when the database disconnects", async () => {
  const lose = async () => {
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    await sleep(200);
  };
  await expect(deployMigrations(databaseUrl, { afterwards: lose })).rejects.toThrow(/terminat/);
  await expect(deployMigrations(databaseUrl)).resolves.toEqual([]);
});
