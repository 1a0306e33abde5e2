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
 * The folder of the embedded database and the generated keys: DATA_DIR, or `.data` in the project. If the database's user
 * can not reach the project (below /root), a separate folder.
 */
export function findDataDir(given: string | undefined, isForDatabase: boolean): string {
  if (given) return resolve(given);
  const root = projectPath("");
  const inProject = join(root, ".data");
  // Keys alone need no user "postgres". A folder with keys remains in use, even if that user is created later.
  const owner = isForDatabase ? postgresOwner() : existingPostgresOwner();
  if (owner === null || (!isForDatabase && existsSync(join(inProject, "secrets.json")))) return inProject;
  if (canReach(root, owner)) return inProject;

  const name = `sora-${createHash("sha256").update(root).digest("hex").slice(0, 8)}`;
  return join(isWritable("/var/lib") ? "/var/lib" : tmpdir(), name);
}

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
  // Other users may pass through to the database's folder, but not list this one.
  if (process.getuid?.() === 0) chmodSync(dir, 0o711);
}
