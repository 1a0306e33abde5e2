// Runs `prisma generate` with or without internet. The CLI requires a native schema engine file and would download one,
// although generating never runs it. An existing file as its path allows an offline installation.
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
