import { join } from "node:path";
import pg from "pg";
import { withFileLock } from "./file-lock.ts";
import { createDatabase, startPostgres } from "./postgres.ts";
import { embeddedDatabase, postgresDir } from "./settings.ts";

/** Held, shared, by every server that uses the database; any number will do. */
const IN_USE_LOCK = 768_022;

type EmbeddedDatabase = {
  url: string;
  /** Stops the database, unless another server still uses it. */
  close(): Promise<void>;
};

/** Starts the embedded database, or joins the servers that use it already. */
export async function openEmbeddedDatabase(options: {
  dataDir: string;
  password: string;
  isDurable?: boolean;
  onLost: () => void;
}): Promise<EmbeddedDatabase> {
  const { dataDir, password, isDurable, onLost } = options;
  // One at a time: nobody may join just while the last server stops it.
  const startingOrStopping = join(dataDir, "postgres.lock");

  return withFileLock(startingOrStopping, async () => {
    const postgres = await startPostgres({ dir: postgresDir(dataDir), password, isDurable });
    await createDatabase(postgres.urlOf("postgres"), embeddedDatabase);

    // A session of ours that lasts: it marks the database as used, and notices when it dies.
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
