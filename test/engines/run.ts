// npm run test:engines [-- --engines=firefox,webkit]: one journey in the engines that the browser tests do not cover.
// Debian: apt-get install firefox-esr webkit2gtk-driver xvfb
import { existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { OwnServer } from "../../e2e/support/own-server.ts";
import type { Engine } from "./engine.ts";
import { openFirefox } from "./firefox.ts";
import { walk } from "./journey.ts";
import { openWebKit } from "./webkit.ts";

type Known = { find: () => string | undefined; open: (binary: string) => Promise<Engine> };

const known: Record<string, Known> = {
  firefox: {
    find: () => ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find((file) => existsSync(file)),
    open: openFirefox,
  },
  webkit: { find: () => globSync("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")[0], open: openWebKit },
};

const { values } = parseArgs({
  options: { engines: { type: "string", default: Object.keys(known).join() } },
});

const dir = mkdtempSync(join(tmpdir(), "sora-engines-"));
const server = await OwnServer.start({ DATA_DIR: dir });
try {
  for (const name of values.engines.split(",")) {
    const binary = known[name]?.find();
    if (!binary) throw new Error(`There is no ${name} here. See test/engines/run.ts for what to install.`);
    const engine = await known[name]!.open(binary);
    const startedAt = Date.now();
    const done = (step: string) =>
      console.log(`${name}: ${step} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
    try {
      await walk(engine, server.url, done);
    } finally {
      await engine.close();
    }
  }
} finally {
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
}
