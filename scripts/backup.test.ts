// Needs an installed PostgreSQL with client programs: the embedded one has none, and is newer than most.
import { execFile, execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { backUp } from "./backup";
import { deployMigrations } from "./migrate";
import { freePort } from "./ports";
import { postgresOwner } from "./postgres-user";
import { connectionOf } from "./postgres-tools";
import { projectPath } from "./project";
import { restore } from "./restore";

const folders = [
  ...globSync("/usr/{lib/postgresql/*,pgsql-*}/bin"),
  ...(process.env.PATH ?? "").split(delimiter),
];
const programs = ["initdb", "pg_ctl", "pg_dump", "pg_restore"];
const bin = folders.find((folder) => programs.every((program) => existsSync(join(folder, program))));

test("a password is passed to the programs by the environment, not by the process list", () => {
  const { address, env } = connectionOf("postgresql://sora:p%40ss@db.test:5433/sora?sslmode=require");
  expect(address).toBe("postgresql://sora@db.test:5433/sora?sslmode=require");
  expect(env.PGPASSWORD).toBe("p@ss");
});

describe.skipIf(bin === undefined)("a backup", () => {
  let dir = "";
  let url: (database: string) => string;
  const { PATH } = process.env;

  beforeAll(async () => {
    process.env.PATH = `${bin}${delimiter}${PATH}`;
    dir = mkdtempSync(join(tmpdir(), "sora-backup-"));
    chmodSync(dir, 0o755);
    const owner = postgresOwner();
    const options = { ...owner, cwd: "/", stdio: "ignore" } as const;
    const data = join(dir, "data");
    mkdirSync(data, { mode: 0o700 });
    if (owner.uid !== undefined && owner.gid !== undefined) chownSync(data, owner.uid, owner.gid);
    const cluster = [
      "-D",
      data,
      "-U",
      "postgres",
      "--auth=trust",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
    ];
    execFileSync(join(bin!, "initdb"), cluster, options);
    const port = await freePort();
    const flags = `-p ${port} -h 127.0.0.1 -k '' -c fsync=off`;
    execFileSync(join(bin!, "pg_ctl"), ["-D", data, "-w", "-o", flags, "start"], options);
    url = (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`;
    for (const name of ["sora", "copy", "empty"]) await query("postgres", `CREATE DATABASE ${name}`);
    await deployMigrations(url("sora"));
  }, 60_000);

  afterAll(() => {
    process.env.PATH = PATH;
    const options = { ...postgresOwner(), cwd: "/", stdio: "ignore" } as const;
    execFileSync(join(bin!, "pg_ctl"), ["-D", join(dir, "data"), "-m", "immediate", "stop"], options);
    rmSync(dir, { recursive: true, force: true });
  });

  async function query(database: string, sql: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url(database) });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  }

  test("restores every row, and an intact audit log, into an empty database", async () => {
    await query(
      "sora",
      `INSERT INTO member (id, email, name) SELECT gen_random_uuid(), n || '@sora.test', '미나' FROM generate_series(1, 50) n;
       INSERT INTO data_key (member_id, sealed_by, sealed_key) SELECT id, 'a-key', '\\x0102' FROM member;
       INSERT INTO entry (id, author_id, date, body, body_version, updated_at)
         SELECT gen_random_uuid(), id, '2026-11-21', '\\xfeff00', gen_random_uuid(), now() FROM member;
       INSERT INTO audit_event (seq, at, kind, data, previous_hash, hash) VALUES (0, now(), 'TEST', '{}', '', '')`,
    );
    const file = join(dir, "sora.dump");
    expect(await backUp(url("sora"), file)).toBeGreaterThan(1000);
    await expect(backUp(url("sora"), file)).rejects.toThrow("is there already");

    const restored = await restore(url("copy"), file);
    expect(restored).toMatchObject({ members: 50, entries: 50, keyIds: ["a-key"] });
    const everything = "SELECT * FROM entry JOIN member ON member.id = author_id ORDER BY entry.id";
    expect(await query("copy", everything)).toEqual(await query("sora", everything));
    // The start of envelope versions is restored too, not set again.
    expect(await query("copy", "SELECT * FROM envelope_format")).toEqual(
      await query("sora", "SELECT * FROM envelope_format"),
    );
    const env = { ...process.env, DATABASE_URL: url("copy") };
    const { stdout } = await promisify(execFile)(process.execPath, [projectPath("scripts/audit-verify.ts")], {
      env,
    });
    expect(stdout).toContain("1");
    expect(await deployMigrations(url("copy"))).toEqual([]);

    await expect(restore(url("copy"), file)).rejects.toThrow("The database is not empty");
  }, 60_000);

  test("that is damaged leaves the database empty, and one that fails leaves no file", async () => {
    const broken = join(dir, "broken.dump");
    writeFileSync(broken, "PGDMP and then nothing");
    await expect(restore(url("empty"), broken)).rejects.toThrow(/pg_restore/);
    expect(await query("empty", "SELECT FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
    await expect(restore(url("empty"), join(dir, "none"))).rejects.toThrow("is not there");

    const file = join(dir, "never.dump");
    await expect(backUp(url("missing"), file)).rejects.toThrow(/missing/);
    expect(globSync(`${file}*`)).toEqual([]);
  });
});
