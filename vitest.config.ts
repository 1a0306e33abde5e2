import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": inProject("."),
      // Outside Next there is no bundler to keep server modules from the browser.
      "server-only": inProject("node_modules/server-only/empty.js"),
    },
  },
  test: {
    include: ["**/*.test.{ts,tsx}"],
    exclude: ["node_modules/**", ".next*/**"],
    globalSetup: ["e2e/support/vitest/global-setup.ts"],
    setupFiles: ["e2e/support/vitest/worker-setup.ts"],
    // Both import next/… without an extension, which only a bundler resolves.
    server: { deps: { inline: ["next-auth", "next-intl"] } },
    restoreMocks: true,
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
});
