// The server of the browser tests: `npm start` with an empty DATA_DIR.
import { rmSync } from "node:fs";
import { makeDataDir } from "../../scripts/data-dir.ts";
import { startPostgres } from "../../scripts/postgres.ts";
import { readOrMakeSecrets } from "../../scripts/secrets.ts";
import { postgresDir } from "../../scripts/settings.ts";

const { DATA_DIR } = process.env;
if (!DATA_DIR) throw new Error("DATA_DIR is not set");
rmSync(DATA_DIR, { recursive: true, force: true });
// Before the start, which takes over this server. Not durable, because the data need not survive a power cut.
makeDataDir(DATA_DIR);
const { POSTGRES_PASSWORD } = readOrMakeSecrets(DATA_DIR);
await startPostgres({ dir: postgresDir(DATA_DIR), password: POSTGRES_PASSWORD, isDurable: false });
await import("../../scripts/serve.ts");
