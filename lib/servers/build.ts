/**
 * Which build this is: written into the server's and the browser's code by next.config.ts. Servers with the same one have
 * the same sources and server action ids.
 */
export const buildId = process.env.SORA_BUILD_ID ?? "development";

/** The version in package.json. */
export const version = process.env.SORA_VERSION ?? "development";

/** Names the answering server's build, on every answer of a route handler. */
export const buildHeader = "x-sora-build";
