import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const nextConfig: NextConfig = {
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
