import { fileURLToPath } from "node:url";

/** Node runs the source directly, also from a bundled process: bundlers do not see the path. */
export const workerPath = fileURLToPath(import.meta.url).replace(/worker-path\.ts$/, "worker.ts");
