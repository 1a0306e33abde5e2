import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { isUnfinished, withSchemaEngine } from "./schema-engine.ts";

type Unfinished = { name: string; startedAt: Date; logs: string | null };

async function readUnfinished(databaseUrl: string): Promise<Unfinished[]> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const made = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found");
    if (!made.rows[0].found) return [];
    const { rows } = await client.query<Unfinished>(
      `SELECT migration_name AS name, started_at AS "startedAt", logs FROM _prisma_migrations WHERE ${isUnfinished}`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

export async function listUnfinished(databaseUrl: string): Promise<string> {
  const unfinished = await readUnfinished(databaseUrl);
  if (unfinished.length === 0) return "No migration is unfinished.";
  const lines = unfinished.map(
    ({ name, startedAt, logs }) =>
      `${name}, begun ${startedAt.toISOString()}: ${logs?.trim() || "it runs, or its start was killed"}`,
  );
  return [
    ...lines,
    "The next start tries them again: a migration of Sora is one transaction, so nothing is left of one that failed.",
    "Only if somebody ran its SQL by hand:   npm run migrate -- resolve NAME --applied",
    "To have older releases of Sora start:   npm run migrate -- resolve NAME --rolled-back",
  ].join("\n");
}

/** Marks a migration. Does not change the schema. */
export async function resolveMigration(
  { schema, databaseUrl, list }: { schema: string; databaseUrl: string; list: MigrationsList },
  name: string,
  as: "--applied" | "--rolled-back",
): Promise<string> {
  if (!list.migrationDirectories.some(({ path }) => path === name))
    throw new Error(`There is no migration ${name} in this release.`);
  await withSchemaEngine({ schema, databaseUrl }, async (engine) => {
    if (as === "--applied") await engine.markMigrationApplied({ migrationName: name, migrationsList: list });
    else await engine.markMigrationRolledBack({ migrationName: name });
  });
  return as === "--applied"
    ? `${name} counts as applied: it will not be run.`
    : `${name} counts as rolled back: the next start runs it.`;
}

type MigrationsList = Parameters<SchemaEngine["markMigrationApplied"]>[0]["migrationsList"];
