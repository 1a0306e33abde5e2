import { join } from "node:path";
import pg from "pg";
import { withFileLock } from "./file-lock.ts";
import { createDatabase, startPostgres } from "./postgres.ts";
import { embeddedDatabase, postgresDir } from "./settings.ts";

/** A shared advisory lock of every server that uses the database. An arbitrary number. */
const IN_USE_LOCK = 768_022;

type EmbeddedDatabase = {
  url: string;
  close(): Promise<void>;
};

export async function openEmbeddedDatabase(options: {
  dataDir: string;
  password: string;
  isDurable?: boolean;
  onLost: () => void;
}): Promise<EmbeddedDatabase> {
  const { dataDir, password, isDurable, onLost } = options;
  // Serialised: no server may join while the last one stops the database.
  const startingOrStopping = join(dataDir, "postgres.lock");

  return withFileLock(startingOrStopping, async () => {
    const postgres = await startPostgres({ dir: postgresDir(dataDir), password, isDurable });
    await createDatabase(postgres.urlOf("postgres"), embeddedDatabase);

    // This session marks the database as used, and detects its end.
    const session = new pg.Client({ connectionString: postgres.urlOf("postgres"), keepAlive: true });
    let isLost = false;
    session.on("error", () => {
      isLost = true;
      onLost();
    });
    await session.connect();
    await session.query("SELECT pg_advisory_lock_shared($1)", [IN_USE_LOCK]);

    const isLastUser = async () => {
      const { rows } = await session.query("SELECT pg_try_advisory_lock($1) AS last", [IN_USE_LOCK]);
      await session.end();
      return rows[0]?.last === true;
    };
    return {
      url: postgres.urlOf(embeddedDatabase),
      close: async () =>
        withFileLock(startingOrStopping, async () => {
          if (!isLost && (await isLastUser())) await postgres.stop();
        }),
    };
  });
}
