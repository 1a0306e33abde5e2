import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { startPostgres } from "../../scripts/postgres.ts";
import { postgresOwner } from "../../scripts/postgres-user.ts";
import { readConnectionUrl } from "./connection-url.ts";

function read(url: string) {
  const { user, password, host, port, database, ssl } = new pg.Client({
    connectionString: readConnectionUrl(url),
  });
  return { user, password, host, port, database, ssl };
}

test.each([
  "pa%ss",
  "50%",
  "a#b",
  "a?b",
  "a/b",
  "a@b",
  "a:b",
  "12/34",
  "a b",
  "100%#?&=",
  "ümläut",
  "plain-1.~!$",
])("accepts an unescaped password: %s", (password) => {
  expect(read(`postgresql://sora:${password}@db.example:5433/sora?application_name=x`)).toMatchObject({
    user: "sora",
    password,
    host: "db.example",
    port: 5433,
    database: "sora",
  });
});

test("does not encode an encoded password again", () => {
  const password = "a%#?/@: 1";
  expect(read(`postgres://sora:${encodeURIComponent(password)}@db/sora`)).toMatchObject({
    password,
    host: "db",
  });
});

test.each([
  "postgresql://db/sora",
  "postgresql://sora@db:5432/sora",
  "postgresql://db:5432/sora?application_name=a@b",
  "postgresql:///sora?host=/var/run/postgresql",
  "no address",
])("does not change an address without a password: %s", (url) => {
  expect(readConnectionUrl(url)).toBe(url);
});

test("gives sslmode libpq's meaning", () => {
  const ssl = (query: string) => read(`postgresql://sora:a@db/sora?${query}`).ssl;
  expect(ssl("sslmode=disable")).toBe(false);
  expect(ssl("sslmode=require&channel_binding=require")).toMatchObject({ rejectUnauthorized: false });
  expect(ssl("sslmode=prefer")).toMatchObject({ rejectUnauthorized: false });
  expect(ssl("sslmode=verify-full")).not.toHaveProperty("rejectUnauthorized");
  expect(ssl("sslmode=verify-ca")).not.toHaveProperty("rejectUnauthorized");
  expect(ssl("sslmode=require&sslrootcert=system")).not.toHaveProperty("rejectUnauthorized");
});

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

test.skipIf(!hasOpenssl)(
  "connects to a server with a certificate of its own, unless that is to be verified",
  async () => {
    const dir = join(inject("testDir"), "tls");
    mkdirSync(dir);
    const [key, certificate] = [join(dir, "key.pem"), join(dir, "certificate.pem")];
    const named = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
    const made = ["req", "-x509", "-newkey", "ed25519", "-nodes", "-days", "2", ...named];
    execFileSync("openssl", [...made, "-keyout", key, "-out", certificate], { stdio: "ignore" });
    chmodSync(dir, 0o755);
    chmodSync(key, 0o600);
    const { uid, gid } = postgresOwner();
    if (uid !== undefined && gid !== undefined) chownSync(key, uid, gid);
    const postgres = await startPostgres({
      dir: join(dir, "postgres"),
      password: "test",
      isDurable: false,
      flags: [`-c ssl=on -c ssl_cert_file=${certificate} -c ssl_key_file=${key}`],
    });
    const isEncrypted = async (query: string) => {
      const connectionString = readConnectionUrl(`${postgres.urlOf("postgres")}?${query}`);
      const client = new pg.Client({ connectionString });
      client.on("error", () => {});
      try {
        await client.connect();
        const { rows } = await client.query("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
        return rows[0].ssl;
      } catch (error) {
        return (error as Error).message;
      } finally {
        await client.end().catch(() => {});
      }
    };
    expect(await isEncrypted("sslmode=require")).toBe(true);
    expect(await isEncrypted(`sslmode=require&sslrootcert=${certificate}`)).toBe(true);
    expect(await isEncrypted(`sslmode=verify-full&sslrootcert=${certificate}`)).toBe(true);
    expect(await isEncrypted("sslmode=verify-full")).toMatch(/self-signed/);
    expect(await isEncrypted("sslmode=disable")).toBe(false);
    await postgres.stop();
  },
);
