// PostgreSQL refuses to run as root. Started by root, it runs as the user "postgres", who must be able to reach
// both its data and its programs.
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

/** Most distributions have the first; Alpine and other small images only the second. */
function create(name: string): void {
  try {
    run("useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    run("adduser", "-S", "-D", "-H", "-s", "/sbin/nologin", name);
  }
}

/**
 * The user "postgres", made if need be; where no user can be made, "nobody".
 * @throws {Error} with a line that says what to do.
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

/** Whom the database runs as; empty for "whoever runs this". */
export function postgresOwner(): ProcessOwner {
  return asRoot ? findOrMakeOwner() : {};
}

/** The same for who only wants to know: no user is made, and null says that there is none yet. */
export function existingPostgresOwner(): ProcessOwner | null {
  return asRoot ? lookUp("postgres") : {};
}

export function canReach(path: string, owner: ProcessOwner): boolean {
  // Asked as that user, since every parent folder has its say. -x: may run the file, may enter the folder.
  return owner.uid === undefined || spawnSync("test", ["-x", path], { ...owner, cwd: "/" }).status === 0;
}
