import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

import { freePort } from "../../scripts/ports.ts";
import { postgresOwner } from "../../scripts/postgres-user.ts";

const programs = ["pgbouncer", "/usr/sbin/pgbouncer"];

export const pgbouncerMissing = programs.some((name) => spawnSync(name, ["--version"]).status === 0)
  ? undefined
  : "PgBouncer is not installed (apt-get install pgbouncer)";

/** PgBouncer in transaction mode in front of a PostgreSQL, with ten sessions at most. */
export async function startPgbouncer(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const dir = mkdtempSync(join(tmpdir(), "sora-pgbouncer-"));
  chmodSync(dir, 0o755);
  const port = await freePort();
  const users = join(dir, "users.txt");
  writeFileSync(users, `"${target.username}" "${target.password}"\n`);
  const settings = [
    "[databases]",
    `* = host=${target.hostname} port=${target.port}`,
    "[pgbouncer]",
    `listen_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =`,
    `auth_type = scram-sha-256\nauth_file = ${users}`,
    "pool_mode = transaction\ndefault_pool_size = 10\nmax_client_conn = 200",
  ];
  writeFileSync(join(dir, "pgbouncer.ini"), `${settings.join("\n")}\n`);

  const program = programs.find((name) => spawnSync(name, ["--version"]).status === 0)!;
  const process = spawn(program, ["-q", join(dir, "pgbouncer.ini")], {
    ...postgresOwner(),
    cwd: "/",
    stdio: "ignore",
  });
  const pooled = new URL(databaseUrl);
  pooled.port = String(port);
  pooled.hostname = "127.0.0.1";
  await untilItAnswers(pooled.href);
  return {
    url: pooled.href,
    close: async () => {
      const exited = once(process, "exit");
      process.kill("SIGKILL");
      await exited;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function untilItAnswers(connectionString: string) {
  for (let tries = 1; ; tries += 1) {
    const client = new pg.Client({ connectionString });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (tries === 50) throw error;
      await sleep(100);
    }
  }
}
