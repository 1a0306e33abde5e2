import { fileURLToPath } from "node:url";

/**
 * The worker's source. Node runs it as it is: a path that no bundler sees, in a process that was bundled too.
 */
export const workerPath = fileURLToPath(import.meta.url).replace(/worker-path\.ts$/, "worker.ts");
