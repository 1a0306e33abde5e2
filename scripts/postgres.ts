// The PostgreSQL from npm, controlled by pg_ctl. It runs in a separate session: Ctrl-C in the terminal does not reach it
// before the servers that need it.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Cluster, ensureCluster, launchServer, stopServer } from "./postgres-cluster.ts";
import { postgresPrograms, removeOldPrograms } from "./postgres-programs.ts";
import { canReach, postgresOwner } from "./postgres-user.ts";
import { dropDeadPidFile, isServerOf, readPidFile } from "./postmaster-pid.ts";

export type Postgres = {
  port: number;
  urlOf(database: string): string;
  stop(): Promise<void>;
};

const startAttempts = 8;
const othersStartMs = 60_000;
/** For tests: nothing waits for the disk, and a crash may lose data. */
const withoutDurability = ["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"];

export function urlOfRunning(dir: string, password: string, database: string): string | null {
  const running = readPidFile(dir);
  return running && urlOf(running.port, password, database);
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {}); // connect() rejects with the same failure
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

function lastLogLine(dir: string): string {
  const log = join(dir, "server.log");
  return existsSync(log) ? (readFileSync(log, "utf8").trim().split("\n").at(-1) ?? "") : "";
}

async function findRunning(cluster: Cluster): Promise<Postgres | null> {
  const running = readPidFile(cluster.dir);
  if (!running || !(await answers(urlOf(running.port, cluster.password, "postgres")))) return null;
  return {
    port: running.port,
    urlOf: (database) => urlOf(running.port, cluster.password, database),
    stop: () => stopServer(cluster, "fast"),
  };
}

async function prepareCluster(options: PostgresOptions): Promise<Cluster> {
  const dir = resolve(options.dir);
  const parent = dirname(dir);
  const owner = postgresOwner();
  mkdirSync(parent, { recursive: true });
  if (!canReach(parent, owner))
    throw new Error(`The user "postgres" cannot reach ${dir}: choose another DATA_DIR.`);

  const { password, flags = [], isDurable = true } = options;
  const programs = await postgresPrograms(owner, parent);
  const allFlags = isDurable ? flags : [...withoutDurability, ...flags];
  return { dir, password, isDurable, flags: allFlags, owner, programs };
}

type PostgresOptions = { dir: string; password: string; flags?: string[]; isDurable?: boolean };

export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const cluster = await prepareCluster(options);
  const { dir, programs } = cluster;
  const othersDeadline = Date.now() + othersStartMs;
  await ensureCluster(cluster);

  for (let attempt = 1; ;) {
    const running = await findRunning(cluster);
    if (running) return running;

    const pid = readPidFile(dir)?.pid;
    if (pid && isServerOf(dir, pid) && Date.now() < othersDeadline) {
      await sleep(200);
      continue;
    }
    if (attempt++ > startAttempts) throw new Error(`PostgreSQL did not start in ${dir}: ${lastLogLine(dir)}`);
    dropDeadPidFile(dir);
    removeOldPrograms(programs);
    // A server that was just killed may still count as running, and the free port may have been taken since.
    if (!(await launchServer(cluster))) await sleep(500);
  }
}

export async function createDatabase(serverUrl: string, name: string) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    // 23505: a killed start's own statement, which the server has just finished.
    const alreadyThere = ["42P04", "23505"].includes((error as { code?: string }).code ?? "");
    if (!alreadyThere) throw error;
  } finally {
    await client.end();
  }
}
