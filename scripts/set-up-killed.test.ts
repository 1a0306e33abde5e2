import { type ChildProcess, execFile, fork } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { beforeEach, expect, inject, it } from "vitest";
import { startPostgres } from "./postgres";
import { copyPrograms, postgresPrograms } from "./postgres-programs";
import { postgresOwner } from "./postgres-user";
import { projectPath } from "./project";

const noProcessHasThisId = 4_194_305;
const ofDeadStart = `.new-${noProcessHasThisId}-0a1b2c3d`;
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(inject("testDir"), "set-up-"));
  chmodSync(dataDir, 0o755);
});

const inDataDir = (pattern: string) => globSync(pattern, { cwd: dataDir });

function beginSetUp(): ChildProcess {
  return fork(projectPath("test/set-up-worker.ts"), [dataDir], { execArgv: [], detached: true });
}

/** Kills the set-up and its children, except for PostgreSQL, once `isSeen`. */
async function killWhen(isSeen: () => boolean) {
  const child = beginSetUp();
  const exited = once(child, "exit");
  while (!isSeen() && child.exitCode === null) await sleep(2);
  expect(child.exitCode).toBeNull();
  process.kill(-child.pid!, "SIGKILL");
  await exited;
}

async function setUp(): Promise<string[]> {
  const child = beginSetUp();
  const exited = once(child, "exit");
  const [url] = await Promise.race([once(child, "message"), exited]);
  const client = new pg.Client({ connectionString: String(url) });
  await client.connect();
  const { rows } = await client.query("SELECT 1 FROM _prisma_migrations WHERE finished_at IS NULL");
  await client.end();
  child.disconnect();
  await exited;
  expect(rows).toEqual([]);
  return readdirSync(dataDir).sort();
}

/** A complete data folder. */
const whole = ["postgres", "secrets.json"];
const startServer = () =>
  startPostgres({ dir: join(dataDir, "postgres"), password: "test", isDurable: false });

it("starts after starts that were killed while creating the cluster, the server and its database", async () => {
  const live = `secrets.json.new-${process.pid}-0a1b2c3d`;
  for (const name of [`secrets.json${ofDeadStart}`, `postgres.lock${ofDeadStart}`, live])
    writeFileSync(join(dataDir, name), "half");
  mkdirSync(join(dataDir, `postgres${ofDeadStart}`, "data"), { recursive: true });

  await killWhen(() => inDataDir("postgres.new-*/data/base/4").length > 0);
  await killWhen(() => existsSync(join(dataDir, "postgres")));
  await killWhen(() => inDataDir("postgres/base/16*").length > 0);
  expect(await setUp()).toEqual([...whole, live]);
}, 60_000);

it("replaces an older release's incomplete database with a new one, and keeps the old folder", async () => {
  const owner = postgresOwner();
  const { initdb } = await postgresPrograms(owner, dataDir);
  chmodSync(dataDir, 0o777);
  const args = ["-D", join(dataDir, "postgres"), "-U", "postgres", "--no-sync"];
  const killed = execFile(initdb, args, { ...owner, cwd: "/" });
  const exited = once(killed, "exit");
  while (!existsSync(join(dataDir, "postgres/base/1"))) await sleep(2);
  killed.kill("SIGKILL");
  await exited;

  await (await startServer()).stop();
  const [found, unfinished] = readdirSync(dataDir).sort();
  expect(found).toBe("postgres");
  expect(unfinished).toMatch(/^postgres\.unfinished-\d+$/);
}, 30_000);

it("starts a server whose pid file was created but never written", async () => {
  await (await startServer()).stop();
  writeFileSync(join(dataDir, "postgres/postmaster.pid"), "");
  const postgres = await startServer();
  expect(postgres.port).toBeGreaterThan(0);
  await postgres.stop();
}, 30_000);

it("copies the programs completely, once, readable by everybody, whatever a killed start left", () => {
  const [from, to] = [join(dataDir, "native"), join(dataDir, "programs")];
  mkdirSync(join(from, "bin"), { recursive: true, mode: 0o700 });
  writeFileSync(join(from, "bin/postgres"), "program", { mode: 0o700 });
  symlinkSync("bin", join(from, "lib"));
  mkdirSync(join(to + ofDeadStart, "lib"), { recursive: true });

  for (let start = 1; start <= 3; start++) {
    if (start === 3) writeFileSync(join(to, "bin/postgres"), ""); // after a power cut
    copyPrograms(from, to);
    expect(readFileSync(join(to, "lib/postgres"), "utf8")).toBe("program");
    expect(statSync(join(to, "bin/postgres")).mode & 0o777).toBe(0o705);
    expect(readdirSync(dataDir).sort()).toEqual(["native", "programs"]);
  }
});
