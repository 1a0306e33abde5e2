// Prisma's schema engine as WebAssembly: migrations without the native binary, which the CLI would download.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  bindMigrationAwareSqlAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const wasmFile = createRequire(import.meta.url)
  .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
  .replace(/\.js$/, ".wasm");

export const isUnfinished = "finished_at IS NULL AND rolled_back_at IS NULL";

/**
 * A migration may run for long but must not wait long for a lock: other queries on the table would wait behind it. Local
 * to the script's transaction.
 */
const scriptLimits = "SET LOCAL lock_timeout = '3s'; SET LOCAL statement_timeout = 0;\n";

let engineLoaded: Promise<void> | undefined;

async function loadEngine() {
  const { instance } = await WebAssembly.instantiate(await readFile(wasmFile), {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/**
 * SQL that marks the migration as applied within its own transaction, so that a kill leaves both or neither. A killed
 * start's script may still run: it fails here after a later start has given it up.
 */
async function migrationFence(adapter: SqlDriverAdapter): Promise<string> {
  const query = async (sql: string) => (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows[0]?.[0];
  if (!(await query("SELECT to_regclass('_prisma_migrations')::text"))) return ""; // before the script that creates the table
  const begun = await query(`SELECT id FROM _prisma_migrations WHERE ${isUnfinished}`);
  if (!begun) return "";
  return `DO $fence$ BEGIN
    UPDATE _prisma_migrations SET finished_at = now() WHERE id = '${begun}' AND ${isUnfinished};
    IF NOT FOUND THEN RAISE EXCEPTION 'another start has taken this migration over'; END IF;
  END $fence$;\n`;
}

/**
 * The adapter's own executeScript splits a script at every ";" (also inside function bodies, strings and comments) and
 * runs the pieces one by one, so a failing migration would be half applied. Sent as a whole, a script is one transaction.
 */
function sendingWholeScripts(factory: PrismaPg): PrismaPg {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      const fence = await migrationFence(adapter);
      await adapter.executeRaw({ sql: fence + scriptLimits + script, args: [], argTypes: [] });
    };
    return adapter;
  };
  return factory;
}

/** A diff of two schemas asks a database only whether the schema "public" exists, and its version. */
function withoutDatabase(): SqlMigrationAwareDriverAdapterFactory {
  const refuse = () => Promise.reject(new Error("this command works without a database"));
  const about = { provider: "postgres" as const, adapterName: "none" };
  const connect = async () => ({
    ...about,
    queryRaw: async () => ({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, "PostgreSQL 18", 180_000]],
    }),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    dispose: async () => {},
  });
  return { ...about, connect, connectToShadowDb: refuse };
}

async function openEngine(schema: string, factory: SqlMigrationAwareDriverAdapterFactory) {
  await (engineLoaded ??= loadEngine());
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  return glue.SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapter);
}

export async function openEngineWithoutDatabase(schema: string): Promise<glue.SchemaEngine> {
  return openEngine(schema, withoutDatabase());
}

export async function withSchemaEngine<T>(
  { schema, databaseUrl }: { schema: string; databaseUrl: string },
  work: (engine: glue.SchemaEngine) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3, connectionTimeoutMillis: 10_000 });
  try {
    return await work(await openEngine(schema, sendingWholeScripts(new PrismaPg(pool))));
  } finally {
    await pool.end();
  }
}
