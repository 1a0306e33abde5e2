import pg from "pg";

import { urlOfRunning } from "../../scripts/postgres.ts";
import { readSecrets } from "../../scripts/secrets.ts";
import { embeddedDatabase, postgresDir } from "../../scripts/settings.ts";

let client: Promise<pg.Client> | undefined;

async function connect() {
  const dataDir = process.env.E2E_DATA_DIR;
  const secrets = dataDir && readSecrets(dataDir);
  const url = secrets && urlOfRunning(postgresDir(dataDir), secrets.POSTGRES_PASSWORD, embeddedDatabase);
  if (!url) throw new Error("the database of the server under test is not running");
  const connected = new pg.Client({ connectionString: url });
  // The server is stopped before this process ends, which closes the connection.
  connected.on("error", () => {});
  await connected.connect();
  return connected;
}

/** Queries the database of the server under test, for states that no page can produce quickly. */
export async function inDatabase<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
  const { rows } = await (await (client ??= connect())).query<Row>(text, values);
  return rows;
}
