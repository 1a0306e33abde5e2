import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongFilesFirst } from "./test/long-files-first.ts";

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": inProject("."),
      // Outside Next there is no bundler to keep server modules from the browser.
      "server-only": inProject("node_modules/server-only/empty.js"),
    },
  },
  // A test may choose React as it is served: its other build is several times slower.
  oxc: { jsx: { runtime: "automatic", development: false } },
  test: {
    include: ["**/*.test.{ts,tsx}"],
    exclude: ["node_modules/**", ".next*/**"],
    globalSetup: ["test/global-setup.ts"],
    setupFiles: ["test/worker-setup.ts"],
    // Both import next/… without an extension, which only a bundler resolves.
    server: { deps: { inline: ["next-auth", "next-intl"] } },
    restoreMocks: true,
    // More than there are cores: much of a test's time is waiting, for a lease or for a model that is slow on purpose.
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: LongFilesFirst },
    // What needs a second try there is named in the report: to be understood, not to be lived with.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
});
