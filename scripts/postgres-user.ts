// PostgreSQL refuses to run as root. Started by root, it runs as the user "postgres", who must be able to reach
// both its data and its programs.
import { execFileSync, spawnSync } from "node:child_process";

export type ProcessOwner = { uid?: number; gid?: number };

const asRoot = process.getuid?.() === 0;

function lookUp(flag: "-u" | "-g"): number {
  return Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }).toString());
}

function findPostgresUser(): ProcessOwner | null {
  try {
    return { uid: lookUp("-u"), gid: lookUp("-g") };
  } catch {
    return null;
  }
}

function createPostgresUser(): ProcessOwner {
  const args = ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"];
  try {
    execFileSync("useradd", args, { stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    // Another start may be creating it: it holds the lock of /etc/passwd, or has just finished.
    for (let tries = 0; tries < 20; tries++) {
      const user = findPostgresUser();
      if (user) return user;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100); // milliseconds
    }
    throw error;
  }
  return { uid: lookUp("-u"), gid: lookUp("-g") };
}

/** Whom the database runs as; empty for "whoever runs this". */
export function postgresOwner(): ProcessOwner {
  if (!asRoot) return {};
  return findPostgresUser() ?? createPostgresUser();
}

export function canReach(path: string, owner: ProcessOwner): boolean {
  // Asked as that user, since every parent folder has its say. -x: may run the file, may enter the folder.
  return owner.uid === undefined || spawnSync("test", ["-x", path], { ...owner, cwd: "/" }).status === 0;
}
