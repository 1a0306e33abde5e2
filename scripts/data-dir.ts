import { createHash } from "node:crypto";
import { accessSync, constants, chmodSync, existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { canReach, existingPostgresOwner, postgresOwner } from "./postgres-user.ts";
import { projectPath } from "./project.ts";

function isWritable(dir: string): boolean {
  try {
    accessSync(dir, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where the embedded database and the generated keys are kept: DATA_DIR, or else `.data` in the project. A project
 * below a private folder (/root) is closed to the user the database runs as; its data then goes to a folder of its own.
 */
export function findDataDir(given: string | undefined, isForDatabase: boolean): string {
  if (given) return resolve(given);
  const root = projectPath("");
  const inProject = join(root, ".data");
  // Keys alone need no user "postgres". Kept here once, they stay here, whoever is added to the machine later.
  const owner = isForDatabase ? postgresOwner() : existingPostgresOwner();
  if (owner === null || (!isForDatabase && existsSync(join(inProject, "secrets.json")))) return inProject;
  if (canReach(root, owner)) return inProject;

  const name = `sora-${createHash("sha256").update(root).digest("hex").slice(0, 8)}`;
  return join(isWritable("/var/lib") ? "/var/lib" : tmpdir(), name);
}

/** @throws {Error} with a line for the person who starts Sora. */
export function makeDataDir(dir: string) {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    throw new Error(`DATA_DIR: ${dir} cannot be written (${reason}); it may belong to another user.`, {
      cause: error,
    });
  }
  // Others may pass through, to reach the database's own folder, but not look around.
  if (process.getuid?.() === 0) chmodSync(dir, 0o711);
}
