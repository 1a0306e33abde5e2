// The data folder of the embedded PostgreSQL, which appears whole or not at all.
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
  /** Without it, a power cut may lose everything: for tests. */
  isDurable: boolean;
  flags: string[];
  owner: ProcessOwner;
  programs: PostgresPrograms;
};

const run = promisify(execFile);
const wholeMark = "sora-whole";
/** PostgreSQL numbers its own databases below. */
const firstOwnDatabase = 16_384;

function execOptions({ owner }: Pick<Cluster, "owner">) {
  // cwd: the owner may not be allowed to enter the current folder.
  return { ...owner, cwd: "/", env: { ...process.env, LC_ALL: "C" } };
}

function giveToOwner(path: string, { uid, gid }: ProcessOwner) {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** An older Sora ran initdb in place and left no mark; a folder that has held Sora's database was whole. */
function isWhole(dir: string): boolean {
  if (existsSync(join(dir, wholeMark))) return true;
  const databases = join(dir, "base");
  return existsSync(databases) && readdirSync(databases).some((name) => Number(name) >= firstOwnDatabase);
}

/** Renamed rather than removed: a folder that looks unfinished to us may be somebody's. */
async function setAside(cluster: Cluster) {
  if (readdirSync(cluster.dir).length === 0) return;
  await stopServer(cluster, "immediate").catch(() => {}); // most often none runs
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
    // The built-in locale is the same on every machine, whatever locales it has.
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

/** Makes the cluster, unless an earlier start has. For one start at a time. */
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
  // No pipe: the server would keep it open, and waiting for it to close would never end.
  const starter = spawn(cluster.programs.pg_ctl, args, { ...execOptions(cluster), stdio: "ignore" });
  const [code] = await once(starter, "exit");
  return code === 0;
}

export async function stopServer(cluster: Cluster, mode: "fast" | "immediate") {
  const args = ["-D", cluster.dir, "-m", mode, "-w", "-t", "30", "stop"];
  await run(cluster.programs.pg_ctl, args, execOptions(cluster));
}
