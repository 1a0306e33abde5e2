// The server of the browser tests: `npm start` with an empty DATA_DIR.
import { rmSync } from "node:fs";

const { DATA_DIR } = process.env;
if (!DATA_DIR) throw new Error("DATA_DIR is not set");
rmSync(DATA_DIR, { recursive: true, force: true });
await import("../../scripts/serve.ts");
