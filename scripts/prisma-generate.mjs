// Runs `prisma generate` with or without internet.
// The CLI insists that a native schema engine file exists (it would download one) although
// generating never runs it; pointing it at a file that does exist keeps an offline install whole.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const cli = join(dirname(require.resolve("prisma/package.json")), require("prisma/package.json").bin.prisma);

const { status, stderr } = spawnSync(process.execPath, [cli, "generate", ...process.argv.slice(2)], {
  stdio: ["ignore", "ignore", "pipe"],
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  },
});
if (status !== 0) process.stderr.write(stderr);
process.exit(status ?? 1);
