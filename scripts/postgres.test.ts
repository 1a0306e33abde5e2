import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, expect, inject, it } from "vitest";
import { openEmbeddedDatabase } from "./embedded-database";
import { type Postgres, startPostgres } from "./postgres";

const password = "test";
let dataDir: string;

const dir = () => join(dataDir, "postgres");
const pidFile = () => join(dir(), "postmaster.pid");
const start = () => startPostgres({ dir: dir(), password, isDurable: false });
const pidOf = () => Number(readFileSync(pidFile(), "utf8").split("\n")[0]);

async function answer({ urlOf }: Postgres) {
  const client = new pg.Client({ connectionString: urlOf("postgres") });
  await client.connect();
  const { rows } = await client.query("SHOW server_encoding");
  await client.end();
  return rows[0].server_encoding;
}

beforeAll(() => {
  dataDir = mkdtempSync(join(inject("testDir"), "embedded-"));
  chmodSync(dataDir, 0o755);
});
it("takes over a server that an earlier start left running", async () => {
  const left = await start();
  const found = await start();
  expect(found.port).toBe(left.port);
  expect(await answer(found)).toBe("UTF8");
});

it("comes back after it was killed", async () => {
  process.kill(pidOf(), "SIGKILL");
  expect(await answer(await start())).toBe("UTF8");
});

it("ignores a pid file whose process id belongs to another program", async () => {
  await (await start()).stop();
  writeFileSync(pidFile(), `${process.pid}\n${dir()}\n1\n1\n\n127.0.0.1\n\nready   \n`);
  expect(await answer(await start())).toBe("UTF8");
});

it("refuses the wrong password", async () => {
  await start();
  await expect(startPostgres({ dir: dir(), password: "wrong" })).rejects.toThrow(/another password/);
});

it("stops only after the last server that uses it has left", async () => {
  const open = () => openEmbeddedDatabase({ dataDir, password, onLost: () => {} });
  const [first, second] = [await open(), await open()];
  const connect = async () => {
    const client = new pg.Client({ connectionString: second.url });
    await client.connect();
    await client.end();
  };
  await first.close();
  await connect();
  await second.close();
  await expect(connect()).rejects.toThrow("ECONNREFUSED");
});
