import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";

/** The least that a Next page costs: what bench/pages.ts compares Sora's pages with. */
export default {
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: fileURLToPath(new URL("../..", import.meta.url)) },
  agentRules: false,
} satisfies NextConfig;
