// The embedded PostgreSQL's data folder. It appears complete or not at all.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { besideOf, moveIntoPlace, removeLeftovers, syncToDisk } from "./beside.ts";
import { freePort } from "./ports.ts";
import type { PostgresPrograms } from "./postgres-programs.ts";
import type { ProcessOwner } from "./postgres-user.ts";
import { say } from "./say.ts";

export type Cluster = {
  dir: string;
  password: string;
  isDurable: boolean;
  flags: string[];
  owner: ProcessOwner;
  programs: PostgresPrograms;
};

const run = promisify(execFile);
const wholeMark = "sora-whole";
/** PostgreSQL's own databases have lower numbers. */
const firstOwnDatabase = 16_384;

function execOptions({ owner }: Pick<Cluster, "owner">) {
  // cwd: the owner may not be allowed to enter the current folder.
  return { ...owner, cwd: "/", env: { ...process.env, LC_ALL: "C" } };
}

function giveToOwner(path: string, { uid, gid }: ProcessOwner) {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** Older releases ran initdb in place and left no mark. A folder with Sora's database is complete. */
function isWhole(dir: string): boolean {
  if (existsSync(join(dir, wholeMark))) return true;
  const databases = join(dir, "base");
  return existsSync(databases) && readdirSync(databases).some((name) => Number(name) >= firstOwnDatabase);
}

/** Renames instead of deleting: a folder that looks incomplete may hold someone's data. */
async function setAside(cluster: Cluster) {
  if (readdirSync(cluster.dir).length === 0) return;
  await stopServer(cluster, "immediate").catch(() => {});
  const aside = `${cluster.dir}.unfinished-${Date.now()}`;
  renameSync(cluster.dir, aside);
  say(`The database in ${cluster.dir} was never finished; a new one is made. The old one is in ${aside}.`);
}

async function initialise(cluster: Cluster) {
  const { dir, owner, programs, isDurable } = cluster;
  const attempt = besideOf(dir);
  const [made, passwordFile] = [join(attempt, "data"), join(attempt, "password")];
  mkdirSync(attempt, { mode: 0o700 });
  giveToOwner(attempt, owner);
  try {
    writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
    giveToOwner(passwordFile, owner);
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const access = ["-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    const sync = isDurable ? [] : ["--no-sync"];
    await run(programs.initdb, ["-D", made, ...sync, ...access, ...locale], execOptions(cluster));
    writeFileSync(join(made, wholeMark), "", { flush: isDurable });
    if (isDurable) syncToDisk(made);
    moveIntoPlace(made, dir);
  } finally {
    rmSync(attempt, { recursive: true, force: true });
  }
}

export async function ensureCluster(cluster: Cluster) {
  removeLeftovers(cluster.dir);
  if (isWhole(cluster.dir)) return;
  if (existsSync(cluster.dir)) await setAside(cluster);
  await initialise(cluster);
}

export async function launchServer(cluster: Cluster): Promise<boolean> {
  const flags = ["-p", String(await freePort()), "-h", "127.0.0.1", "-k", "''", ...cluster.flags].join(" ");
  const log = join(cluster.dir, "server.log");
  const args = ["-D", cluster.dir, "-w", "-t", "60", "-l", log, "-o", flags, "start"];
  // No pipe: the server would inherit it, and waiting for its end would never return.
  const starter = spawn(cluster.programs.pg_ctl, args, { ...execOptions(cluster), stdio: "ignore" });
  const [code] = await once(starter, "exit");
  return code === 0;
}

export async function stopServer(cluster: Cluster, mode: "fast" | "immediate") {
  const args = ["-D", cluster.dir, "-m", mode, "-w", "-t", "30", "stop"];
  await run(cluster.programs.pg_ctl, args, execOptions(cluster));
}
