// npm run restore -- FILE: fills an empty database from a file of `npm run backup`, and checks that its diaries can be
// opened.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import pg from "pg";

import { connectionOf, runTool } from "./postgres-tools.ts";
import { loadCommandSettings } from "./settings.ts";

type Restored = { members: number; entries: number; lastEntryAt: Date | null; keyIds: string[] };

/** All or nothing. @throws {Error} when the database has a table, or the file is no backup */
export async function restore(databaseUrl: string, file: string): Promise<Restored> {
  if (!existsSync(file)) throw new Error(`${file} is not there.`);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const tables = await client.query(
      "SELECT FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') LIMIT 1",
    );
    if (tables.rows.length > 0)
      throw new Error("The database is not empty. Create a new one, and point DATABASE_URL at it.");
    const { address, env } = connectionOf(databaseUrl);
    const careful = ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges"];
    await runTool("pg_restore", [...careful, `--dbname=${address}`, file], env);
    // The servers of the backup's time do not run on this database.
    await client.query("DELETE FROM server").catch(() => {}); // a backup of an earlier release has no such table
    const { rows } = await client.query<Restored>(
      `SELECT (SELECT count(*)::int FROM member) AS members, (SELECT count(*)::int FROM entry) AS entries,
              (SELECT max(updated_at) FROM entry) AS "lastEntryAt",
              (SELECT coalesce(array_agg(DISTINCT sealed_by), '{}') FROM data_key) AS "keyIds"`,
    );
    return rows[0]!;
  } finally {
    await client.end();
  }
}

if (import.meta.main) {
  try {
    const [file] = process.argv.slice(2);
    if (!file) throw new Error("Usage: npm run restore -- FILE");
    const { members, entries, lastEntryAt, keyIds } = await restore(loadCommandSettings(), resolve(file));
    console.log(
      `${members} members, ${entries} entries, the last of ${lastEntryAt?.toISOString() ?? "never"}.`,
    );
    console.log(
      `Sealed by: ${keyIds.join(", ") || "no key yet"}. A server without these keys in DIARY_KEYS refuses to start.`,
    );
    console.log("Next: npm run audit:verify, then start one server.");
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
