import { readFileSync } from "node:fs";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
/** Set by scripts/build.ts. */
const buildId = process.env.SORA_BUILD_ID || "development";

const nextConfig: NextConfig = {
  // Read in lib/servers/build.ts.
  env: { SORA_BUILD_ID: buildId, SORA_VERSION: version },
  generateBuildId: () => buildId,
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  // No image optimizer: Sora shows no remote images, and a missing endpoint cannot be attacked.
  images: { unoptimized: true },
  // `npm run typecheck` checks types. A build on a new machine's first start does not.
  typescript: { ignoreBuildErrors: true },
  // Where no page is; app/not-found.tsx says what is missing. The header and what it may come with: lib/missing/missing-page-header.ts, proxy.ts.
  rewrites: async () => ({
    beforeFiles: [
      {
        source: "/((?!api/|_next/static/|icon|apple-touch-icon|manifest\\.webmanifest|sw\\.js).*)",
        has: [{ type: "header", key: "x-sora-missing-page" }],
        missing: [{ type: "header", key: "next-router-prefetch" }],
        destination: "/nowhere",
      },
    ],
    afterFiles: [],
    fallback: [],
  }),
  // `next dev` would write files for coding tools into the project.
  agentRules: false,
};

const withMessages = createNextIntlPlugin({
  requestConfig: "./lib/request-locale.ts",
  experimental: {
    // The build compiles the texts, so the browser loads no parser (10 kB compressed) and runs none. `t.raw` does not work with it.
    // Import files of `messages/` without an import attribute: with one, Turbopack reads the compiled module as JSON.
    messages: { path: "./messages", format: "json", locales: ["ko", "en"], precompile: true },
  },
});

export default withMessages(nextConfig);
