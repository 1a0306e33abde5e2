// PostgreSQL refuses to run as root. A start by root runs it as the user "postgres", who must be able to reach its data
// and its programs.
import { execFileSync, spawnSync } from "node:child_process";

export type ProcessOwner = { uid?: number; gid?: number };

const asRoot = process.getuid?.() === 0;

function lookUp(name: string): ProcessOwner | null {
  const id = (flag: "-u" | "-g") =>
    Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }).toString());
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function run(program: string, ...args: string[]): void {
  execFileSync(program, args, { stdio: ["ignore", "ignore", "pipe"] });
}

/** Most distributions have useradd; Alpine and other small images only adduser. */
function create(name: string): void {
  try {
    run("useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    run("adduser", "-S", "-D", "-H", "-s", "/sbin/nologin", name);
  }
}

/**
 * The user "postgres", created when missing; "nobody" when no user can be created.
 * @throws {Error} with one line that names the next step
 */
export function findOrMakeOwner(users = { lookUp, create }): ProcessOwner {
  const found = users.lookUp("postgres");
  if (found) return found;
  try {
    users.create("postgres");
  } catch {
    // Another start may be creating it: it holds the lock of /etc/passwd, or has just finished.
    for (let tries = 0; tries < 20; tries++) {
      const others = users.lookUp("postgres");
      if (others) return others;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100); // milliseconds
    }
  }
  const owner = users.lookUp("postgres") ?? users.lookUp("nobody");
  if (owner) return owner;
  throw new Error(
    "PostgreSQL does not run as root, and no other user can be made here: start Sora as another user, or set DATABASE_URL.",
  );
}

export function postgresOwner(): ProcessOwner {
  return asRoot ? findOrMakeOwner() : {};
}

export function existingPostgresOwner(): ProcessOwner | null {
  return asRoot ? lookUp("postgres") : {};
}

export function canReach(path: string, owner: ProcessOwner): boolean {
  // Checked as that user, because every parent folder counts. -x: may run the file or enter the folder.
  return owner.uid === undefined || spawnSync("test", ["-x", path], { ...owner, cwd: "/" }).status === 0;
}
