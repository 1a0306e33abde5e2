/**
 * Written into the server's and the browser's code by next.config.ts. Servers with the same id have the same sources
 * and server action ids.
 */
export const buildId = process.env.SORA_BUILD_ID ?? "development";

export const version = process.env.SORA_VERSION ?? "development";

export const buildHeader = "x-sora-build";
