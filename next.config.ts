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
  // No image optimizer: Sora shows no remote images, and an endpoint that is not there cannot be attacked.
  images: { unoptimized: true },
  // Types are checked by `npm run typecheck`, not on the first start of a fresh machine.
  typescript: { ignoreBuildErrors: true },
  // `next dev` would write files for coding tools into the project.
  agentRules: false,
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(nextConfig);
