// For tests that kill the set-up: what `npm start` does before it builds and serves, in the given folder.
import { openEmbeddedDatabase } from "../scripts/embedded-database.ts";
import { deployMigrations } from "../scripts/migrate.ts";
import { readOrMakeSecrets } from "../scripts/secrets.ts";

const dataDir = process.argv[2];
if (!dataDir) throw new Error("Which folder?");

const { POSTGRES_PASSWORD: password } = readOrMakeSecrets(dataDir);
const onLost = () => process.exit(1);
const database = await openEmbeddedDatabase({ dataDir, password, isDurable: false, onLost });
await deployMigrations(database.url);
process.send?.(database.url);
process.once("disconnect", () => void database.close().then(() => process.exit()));
