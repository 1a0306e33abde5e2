// A real PostgreSQL from npm, driven with pg_ctl: it lives in a session of its own, so a Ctrl-C in the terminal
// does not reach it before the servers that still need it.
import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { freePort } from "./ports.ts";
import {
  type PostgresPrograms,
  type ProcessOwner,
  canReach,
  postgresOwner,
  postgresPrograms,
} from "./postgres-user.ts";

export type Postgres = {
  port: number;
  urlOf(database: string): string;
  stop(): Promise<void>;
};

type Cluster = {
  dir: string;
  password: string;
  flags: string[];
  owner: ProcessOwner;
  programs: PostgresPrograms;
};

const run = promisify(execFile);
const startAttempts = 8;

/** What runs in `dir` by its pid file, which a killed server leaves behind. */
function readPidFile(dir: string): { pid: number; port: number } | null {
  const file = join(dir, "postmaster.pid");
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, "utf8").split("\n").map(Number);
  return pid && port ? { pid, port } : null;
}

export function urlOfRunning(dir: string, password: string, database: string): string | null {
  const running = readPidFile(dir);
  return running && urlOf(running.port, password, database);
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
}

function execOptions({ owner }: Pick<Cluster, "owner">) {
  // cwd: the owner may not be allowed to enter the current folder.
  return { ...owner, cwd: "/", env: { ...process.env, LC_ALL: "C" } };
}

async function initialise(cluster: Cluster) {
  const { dir, password, owner, programs } = cluster;
  const passwordFile = `${dir}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    if (owner.uid !== undefined && owner.gid !== undefined) chownSync(passwordFile, owner.uid, owner.gid);
    // The built-in locale is the same on every machine, whatever locales it has.
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const access = ["-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    await run(programs.initdb, ["-D", dir, "--no-sync", ...access, ...locale], execOptions(cluster));
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function launch(cluster: Cluster): Promise<boolean> {
  const flags = ["-p", String(await freePort()), "-h", "127.0.0.1", "-k", "''", ...cluster.flags].join(" ");
  const args = [
    "-D",
    cluster.dir,
    "-w",
    "-t",
    "60",
    "-l",
    join(cluster.dir, "server.log"),
    "-o",
    flags,
    "start",
  ];
  // No pipe: the server would keep it open, and waiting for it to close would never end.
  const starter = spawn(cluster.programs.pg_ctl, args, { ...execOptions(cluster), stdio: "ignore" });
  const [code] = await once(starter, "exit");
  return code === 0;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {}); // the failure is the answer of connect()
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === "28P01") {
      throw new Error(
        "The embedded PostgreSQL was set up with another password: was secrets.json replaced?",
        {
          cause: error,
        },
      );
    }
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** After a reboot the process id in the file may belong to someone else, and PostgreSQL would not start. */
function dropForeignPidFile(dir: string) {
  const found = readPidFile(dir);
  if (!found) return;
  try {
    const command = execFileSync("ps", ["-o", "comm=", "-p", String(found.pid)]).toString();
    if (!command.includes("postgres")) rmSync(join(dir, "postmaster.pid"), { force: true });
  } catch {
    // No such process, or no `ps`: PostgreSQL itself removes the file of a dead process.
  }
}

function lastLogLine(dir: string): string {
  const log = join(dir, "server.log");
  return existsSync(log) ? (readFileSync(log, "utf8").trim().split("\n").at(-1) ?? "") : "";
}

/** Starts the database cluster in `dir`, making it first if need be, or takes over the one that runs there. */
export async function startPostgres(options: {
  dir: string;
  password: string;
  flags?: string[];
}): Promise<Postgres> {
  const dir = resolve(options.dir);
  const owner = postgresOwner();
  mkdirSync(dirname(dir), { recursive: true });
  mkdirSync(dir, { recursive: true, mode: 0o700 }); // on its own: the mode would also hit parents made with it
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(dir, owner.uid, owner.gid);
  if (!canReach(dir, owner))
    throw new Error(`The user "postgres" cannot reach ${dir}: choose another DATA_DIR.`);

  const programs = await postgresPrograms(owner, join(dirname(dir), "postgres-programs"));
  const cluster: Cluster = { dir, password: options.password, flags: options.flags ?? [], owner, programs };
  if (!existsSync(join(dir, "PG_VERSION"))) await initialise(cluster);

  for (let attempt = 1; ; attempt++) {
    const running = readPidFile(dir);
    if (running && (await answers(urlOf(running.port, cluster.password, "postgres")))) {
      return {
        port: running.port,
        urlOf: (database) => urlOf(running.port, cluster.password, database),
        stop: async () => {
          await run(
            programs.pg_ctl,
            ["-D", dir, "-m", "fast", "-w", "-t", "30", "stop"],
            execOptions(cluster),
          );
        },
      };
    }
    if (attempt > startAttempts) {
      throw new Error(`PostgreSQL did not start in ${dir}: ${lastLogLine(dir)}`);
    }
    dropForeignPidFile(dir);
    // A server killed a moment ago may still count as running, and the free port may have been taken meanwhile.
    if (!(await launch(cluster))) await sleep(500);
  }
}

export async function createDatabase(serverUrl: string, name: string) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    const alreadyThere = (error as { code?: string }).code === "42P04";
    if (!alreadyThere) throw error;
  } finally {
    await client.end();
  }
}
