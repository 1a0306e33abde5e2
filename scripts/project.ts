import { fileURLToPath } from "node:url";

/** An absolute path inside the project, whatever folder the command was started from. */
export function projectPath(relative: string): string {
  return fileURLToPath(new URL(`../${relative}`, import.meta.url));
}
